/** The resource manager, loaded when it is first asked for: every context has one, and few tests use it. */
import { loadOwn } from '../build/own.ts';
import type { ResourceManager } from './resource-manager.ts';

let manager: ResourceManager | undefined;

/** The one manager of the application. */
export function resourceManager(): ResourceManager {
  if (manager === undefined) {
    manager = (loadOwn('kits/resource-manager') as { createManager(): ResourceManager }).createManager();
  }
  return manager;
}
