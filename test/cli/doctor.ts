/** `arkhost doctor`: what arkhost uses on this machine, and what is missing. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../build/errors.ts';
import { NDK_SOURCE, cacheRoot, engineInclude, fingerprint, packageFolder } from '../build/home.ts';
import type { Ndk } from '../build/ndk.ts';
import { run } from '../build/process.ts';
import { findProgram } from '../build/programs.ts';
import { readJson } from '../build/stamp.ts';
import { findBuildTools, findCompiler } from '../build/tools.ts';
import type { Rejected } from '../build/tools.ts';
import { arkhostVersion } from './version.ts';

interface Line {
  mark: '✔' | '✖' | '·';
  name: string;
  text: string;
}

/** Prints the findings. Returns 0 when modules can be built and run, 3 when something is missing. */
export async function doctorCommand(): Promise<number> {
  const lines = [
    ...engineLines(),
    ...(await compilerLines()),
    ...(await toolLines()),
    ...(await optionalLines()),
    ...cacheLines(),
  ];
  const width = Math.max(...lines.map(({ name }) => name.length));
  for (const { mark, name, text } of lines) process.stdout.write(`${mark} ${name.padEnd(width)}  ${text}\n`);
  const missing = lines.filter(({ mark }) => mark === '✖');
  process.stdout.write(missing.length === 0 ? '\nEverything needed is here.\n' : '\nMend the lines marked ✖ first.\n');
  return missing.length === 0 ? 0 : 3;
}

function engineLines(): Line[] {
  const { node, v8 } = process.versions;
  const headers = engineInclude();
  return [
    { mark: '✔', name: 'arkhost', text: arkhostVersion() },
    { mark: '✔', name: 'engine', text: `Node.js ${node}, V8 ${v8}, ${process.execPath}` },
    existsSync(join(headers, 'v8.h'))
      ? { mark: '✔', name: 'engine headers', text: headers }
      : {
          mark: '✖',
          name: 'engine headers',
          text: `${headers} has no v8.h: install the packages again with npm install`,
        },
    packageFolder('node-addon-api') === undefined
      ? { mark: '✖', name: 'node-addon-api', text: 'not installed: npm install' }
      : { mark: '✔', name: 'node-addon-api', text: packageFolder('node-addon-api') ?? '' },
  ];
}

async function compilerLines(): Promise<Line[]> {
  const rejected: Rejected[] = [];
  const found = await orMissing('C++ compiler', async () => {
    const { path, version, kind } = await findCompiler(process.env, rejected);
    const remark = kind === 'clang' ? '' : '; clang++ 16 or newer is closer to the device';
    return `${path} ${version}${remark}`;
  });
  return [
    found,
    ...rejected.map(({ path, reason }): Line => ({ mark: '·', name: 'not taken', text: `${path}: ${reason}` })),
  ];
}

async function toolLines(): Promise<Line[]> {
  const line = await orMissing('CMake', async () => {
    const { cmake, generator, program } = findBuildTools();
    const version = /\d[\d.]*/.exec((await run(cmake, ['--version'])).stdout)?.[0] ?? 'unknown version';
    return `${cmake} ${version} with ${generator} (${program})`;
  });
  return [line];
}

async function optionalLines(): Promise<Line[]> {
  const symbolizer = findProgram('llvm-symbolizer') ?? findProgram('addr2line');
  return [
    symbolizer === undefined
      ? { mark: '·', name: 'symbolizer', text: 'none: native stacks are shown without lines (apt: binutils)' }
      : { mark: '✔', name: 'symbolizer', text: symbolizer },
  ];
}

function cacheLines(): Line[] {
  const cache = cacheRoot();
  const stamp = readJson<{ ndk: Ndk }>(join(cache, 'ndk', `${fingerprint([NDK_SOURCE])}.stamp.json`));
  const sysroot = stamp?.ndk.sysroot;
  const modules = join(cache, 'modules');
  const count = existsSync(modules) ? readdirSync(modules).length : 0;
  return [
    { mark: '·', name: 'cache', text: `${cache} (${count} module ${count === 1 ? 'build' : 'builds'})` },
    sysroot !== undefined && existsSync(sysroot)
      ? { mark: '✔', name: 'host NDK', text: sysroot }
      : { mark: '·', name: 'host NDK', text: 'not built yet; the first run builds it' },
  ];
}

async function orMissing(name: string, look: () => Promise<string>): Promise<Line> {
  try {
    return { mark: '✔', name, text: await look() };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { mark: '✖', name, text: error.message };
  }
}
