/** The resource manager, loaded when it is first asked for: every context has one, and few tests use it. */
import { modules } from '../build/builtin.ts';
import type { ResourceManager } from './resource-manager.ts';

const extension = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
let manager: ResourceManager | undefined;

/** The one manager of the application. */
export function resourceManager(): ResourceManager {
  if (manager === undefined) {
    const require = modules.createRequire(import.meta.url);
    const loaded = require(`./resource-manager${extension}`) as { createManager(): ResourceManager };
    manager = loaded.createManager();
  }
  return manager;
}
