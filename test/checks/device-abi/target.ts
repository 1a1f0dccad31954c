/** The device ABIs that are checked, and where Debian keeps what a build for them needs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findTool } from '../process.ts';

/** LLVM whose tools and C++ headers are used: 16 is the oldest that knows the device's triples. */
export const LLVM = 19;
const LLVM_ROOT = `/usr/lib/llvm-${LLVM}`;
/** Where install.sh unpacks the C++ runtime of the other architecture. */
const FOREIGN_ROOT = '/opt/arkhost-device';

/** One ABI of a HAP. */
export interface Target {
  /** As in `abiFilters`. */
  abi: string;
  triple: string;
  /** Name of the machine in llvm-readelf's output. */
  machine: string;
  /** Debian's name for musl of this architecture: a folder of /usr/include and of /usr/lib. */
  musl: string;
  /** musl's loader, which also is its libc. */
  loader: string;
  /** Folder of the static C++ runtime (libc++.a and the like), used for the run only. */
  runtime: string;
  /** compiler-rt's builtins, used for the run only. */
  builtins: string;
  /** The emulator that runs the ABI's programs; undefined where they run by themselves. */
  emulator?: string;
}

/** The ABIs that the project builds: arm64-v8a is the device's, x86_64 the emulator's. */
export const TARGETS: Target[] = [target('arm64-v8a', 'aarch64', 'AArch64'), target('x86_64', 'x86_64', 'X86-64')];

function target(abi: string, arch: string, machine: string): Target {
  // On an arm64 computer it is the other way round: x86_64 is the foreign one.
  const native = arch === (process.arch === 'arm64' ? 'aarch64' : 'x86_64');
  const root = native ? LLVM_ROOT : join(FOREIGN_ROOT, arch, LLVM_ROOT);
  return {
    abi,
    triple: `${arch}-linux-ohos`,
    machine,
    musl: `${arch}-linux-musl`,
    loader: `/lib/ld-musl-${arch}.so.1`,
    runtime: join(root, 'lib'),
    builtins: join(root, 'lib', 'clang', String(LLVM), 'lib', 'linux', `libclang_rt.builtins-${arch}.a`),
    ...(native ? {} : { emulator: `qemu-${arch}` }),
  };
}

/** The programs of the check, by absolute path. */
export interface Tools {
  clang: string;
  lld: string;
  readelf: string;
  nm: string;
  cmake: string;
  ninja: string;
  cxxHeaders: string;
}

/** The tools, or what is missing: names for a human. */
export function findTools(targets: Target[]): { tools: Tools; missing: string[] } {
  const missing: string[] = [];
  const tool = (name: string): string => {
    const found = findTool(name);
    if (found === undefined) {
      missing.push(name);
    }
    return found ?? name;
  };
  const file = (path: string): string => {
    if (!existsSync(path)) {
      missing.push(path);
    }
    return path;
  };
  const tools: Tools = {
    clang: tool(`clang++-${LLVM}`),
    lld: tool(`ld.lld-${LLVM}`),
    readelf: tool(`llvm-readelf-${LLVM}`),
    nm: tool(`llvm-nm-${LLVM}`),
    cmake: tool('cmake'),
    ninja: tool('ninja'),
    cxxHeaders: file(join(LLVM_ROOT, 'include', 'c++', 'v1')),
  };
  for (const { musl, loader, runtime, builtins, emulator } of targets) {
    file(join('/usr/include', musl, 'stdio.h'));
    file(join('/usr/lib', musl, 'libc.so'));
    file(loader);
    file(join(runtime, 'libc++.a'));
    file(builtins);
    if (emulator !== undefined) {
      tool(emulator);
    }
  }
  return { tools, missing };
}
