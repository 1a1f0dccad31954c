/** A temporary folder for a spec, with its own cache of arkhost, removed afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Scratch extends Disposable {
  folder: string;
  cache: string;
  /** Writes a file below the folder and returns its path. */
  write(path: string, text: string): string;
}

/** Makes a folder that `using` removes; `ARKHOST_CACHE` points into it meanwhile. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-spec-'));
  const cache = join(folder, 'cache');
  const environment = withEnvironment({ ARKHOST_CACHE: cache });
  return {
    folder,
    cache,
    write(path, text) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    [Symbol.dispose]() {
      environment[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sets variables of this process's environment (undefined takes one away) until the end of the `using` block. */
export function withEnvironment(wanted: NodeJS.ProcessEnv): Disposable {
  const before = Object.keys(wanted).map((name) => [name, process.env[name]] as const);
  const set = (entries: Iterable<readonly [string, string | undefined]>): void => {
    for (const [name, value] of entries) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  set(Object.entries(wanted));
  return { [Symbol.dispose]: () => set(before) };
}
