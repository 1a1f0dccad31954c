/** Turns what compilers, linkers and CMake say into advice, where arkhost knows some. */
import { missingHeader } from './missing-header.ts';

const LIBRARIES: [prefix: RegExp, library: string][] = [
  [/^OH_JSVM_/, 'libjsvm.so'],
  [/^OH_LOG_/, 'libhilog_ndk.z.so'],
  [/^(arkhost_)?(napi_|node_api_)/, 'libace_napi.z.so'],
  [/^OH_ResourceManager_/, 'librawfile.z.so'],
  [/^OH_HiTrace_/, 'libhitrace_ndk.z.so'],
  [/^OH_QoS_/, 'libqos.so'],
  [/^OH_HiDebug_/, 'libohhidebug.so'],
  // Functions of all other libraries name their library first.
  [/^OH_Get[A-Za-z]+$/, 'libdeviceinfo_ndk.z.so'],
  [/^uv_/, 'libuv.so'],
];

const CLANG = 'the device builds with clang, which accepts it. Install clang++ 16 or newer, or name one in ARKHOST_CXX';

/** Hints for the output of a failed build, each once, in the order of the messages. */
export function hintsFor(output: string, compiler: 'clang' | 'gcc' | 'other'): string[] {
  const hints = output.split('\n').flatMap((line) => hintFor(line, compiler) ?? []);
  // One missing library is missed by every function of it.
  const libraries = new Set<string>();
  return [...new Set(hints)].filter((hint) => {
    const library = /^add (\S+) to target_link_libraries/.exec(hint)?.[1];
    return library === undefined || (!libraries.has(library) && libraries.add(library));
  });
}

function hintFor(line: string, compiler: string): string | undefined {
  const header = /fatal error: '?([^':]+)'?(?:: No such file or directory| file not found)/.exec(line)?.[1];
  if (header !== undefined)
    return `the host NDK has no ${header}: give the folder that holds it with --include <folder>`;

  const library = /(?:cannot find|unable to find library) -l([^\s:]+)/.exec(line)?.[1];
  if (library !== undefined) {
    return `the host NDK has no lib${library}.so: give one built for this computer with --link lib${library}.so=<file>`;
  }
  const prebuilt =
    /ninja: error: '([^']+)', needed by .* missing/.exec(line)?.[1] ??
    /No rule to make target '([^']+\.(?:so|a))'/.exec(line)?.[1];
  if (prebuilt !== undefined) {
    return `${prebuilt} does not exist; if it is a prebuilt library, it is needed for this computer's processor too`;
  }
  const foreign = /(\S+\.(?:so|a)\S*)(?:: error adding symbols)?: (?:file in wrong format|.*is incompatible with)/.exec(
    line,
  )?.[1];
  if (foreign !== undefined) {
    return `${foreign} is built for another system; give one built for this computer with --link or --cmake-arg`;
  }
  const symbol = /undefined (?:reference to|symbol:) [`']?([\w]+)/.exec(line)?.[1];
  const home = LIBRARIES.find(([prefix]) => symbol !== undefined && prefix.test(symbol))?.[1];
  if (home !== undefined) return `add ${home} to target_link_libraries: ${symbol?.replace('arkhost_', '')} lives there`;

  const pack = /configuration file provided by "([^"]+)"|Could NOT find (\w+)/.exec(line);
  const name = pack?.[1] ?? pack?.[2];
  if (name !== undefined)
    return `CMake found no package ${name}: tell it where with --cmake-arg -D${name}_DIR=<folder>`;

  const variable = /^\s*(\w+)$/.exec(line)?.[1];
  if (variable?.endsWith('_LIBRARY') || /^\w+-lib$/.test(line.trim())) {
    return `CMake found no library for ${line.trim()}: name it with --cmake-arg -D${line.trim()}=<file>`;
  }
  const own = missingHeader(line);
  if (own !== undefined) {
    return `include <${own}>; the device's C++ library may bring it along with other headers, this computer's does not`;
  }
  return compiler === 'gcc' ? hintForGcc(line) : undefined;
}

function hintForGcc(line: string): string | undefined {
  if (/designator order for field|non-trivial designated initializers not supported/.test(line)) {
    return `g++ takes designated initialisers in the order of the declaration only; ${CLANG}`;
  }
  return /either all initializer clauses should be designated/.test(line)
    ? `g++ does not mix designated and plain initialisers; ${CLANG}`
    : undefined;
}
