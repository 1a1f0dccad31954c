/** Judges a library built for a device ABI by what its ELF file says, as text from llvm-readelf and llvm-nm. */
import type { Target } from './target.ts';

/** Libraries that the device has, or that go into the HAP beside the module. */
const NEEDED = new Set([
  'libace_napi.z.so',
  'libjsvm.so',
  'libhilog_ndk.z.so',
  'libc++_shared.so',
  'libc.so',
  'libm.so',
]);

/** Part of Debian's musl, but not of the device's libc. */
const NOT_ON_DEVICE =
  /^(qsort_r|reallocarray|explicit_bzero|pthread_cancel|pthread_setaffinity_np|mq_\w+|aio_\w+|gettext|dgettext|dcgettext|ngettext|textdomain|bindtextdomain)$/;

/** Symbols of the C++ runtime that the device's libc++_shared.so and compiler-rt give. */
const CXX_RUNTIME =
  /St4__n1|^(_ZSt|_ZNSt|_ZNKSt|_ZTISt|_ZTVSt|_ZTSSt|_Zn|_Zd|_ZTVN10__cxxabiv1|__cxa_|__gxx_personality_v0|_Unwind_|__aeabi_)|^(__emutls_get_address|__dso_handle)$/;

/** Symbols that come from the computer's own C++ library or libc, never from the device's. */
const HOST_ONLY = /St3__1|St7__cxx11|@GLIBC|^__\w+_chk$/;

/** Findings about the headers and the dynamic section: machine, name, text relocations, needed libraries. */
export function judgeHeaders(readelf: string, target: Target, soname: string): string[] {
  const findings: string[] = [];
  if (!new RegExp(`Machine:\\s+.*${target.machine}`).test(readelf)) {
    findings.push(`built for another machine than ${target.machine}`);
  }
  if (!readelf.includes(`Library soname: [${soname}]`)) {
    findings.push(`the SONAME is not ${soname}`);
  }
  if (/\bTEXTREL\b/.test(readelf)) {
    findings.push('has text relocations: compile everything with -fPIC');
  }
  for (const match of readelf.matchAll(/Shared library: \[(.*?)\]/g)) {
    const library = match[1] ?? '';
    if (!NEEDED.has(library)) {
      findings.push(`needs ${library}, which the device does not have`);
    }
  }
  return findings;
}

/** Findings about undefined symbols: each must come from the platform, from libc, or from the C++ runtime. */
export function judgeUndefined(symbols: string[], platform: Set<string>, libc: Set<string>): string[] {
  return symbols.flatMap((symbol) => {
    if (HOST_ONLY.test(symbol)) {
      return [`asks for ${symbol}, which only the computer's own C++ library or libc has`];
    }
    if (NOT_ON_DEVICE.test(symbol)) {
      return [`asks for ${symbol}, which the device's libc lacks`];
    }
    const known = platform.has(symbol) || libc.has(symbol) || CXX_RUNTIME.test(symbol);
    return known ? [] : [`asks for ${symbol}, which no library of the device exports`];
  });
}

/** Findings about exports: a module registers itself and offers nothing else; templates of the C++ library may leak. */
export function judgeExports(symbols: string[]): string[] {
  return symbols
    .filter((symbol) => !/^(_ZN?K?St|_ZT[ISV]N?K?St|_ZGVN?K?St|_init$|_fini$)/.test(symbol))
    .map((symbol) => `exports ${symbol}: compile with -fvisibility=hidden`);
}
