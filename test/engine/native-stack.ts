/** Makes a readable stack of the raw frames that the crash handler sends. */
import { spawnSync } from 'node:child_process';
import type { NativeStackMessage } from './protocol.ts';
import { readableScript } from './script-stack.ts';

/** Both print `function at file:line`, one frame a line. */
const symbolizers: readonly (readonly [command: string, ...options: string[]])[] = [
  ['addr2line', '-C', '-f', '-i', '-p'],
  ['llvm-symbolizer', '--output-style=GNU', '-C', '-f', '-i', '-p'],
];
/** The handler's own frames, and the C library's around it. */
const noise =
  /^(?:bridge::|ace::Call|__restore_rt|__GI_|__libc_|raise |abort |__pthread_kill|pthread_kill|gsignal|__cxa_|std::terminate|std::rethrow_exception|__run_exit_handlers|exit |start_thread|clone3?[ (]|(?:.* )?std::__invoke|(?:.* )?std::thread::_|std::error_code::default_error_condition\(\) const$)|bridge\/crash_handler\.cc:/;
const signals: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
  31: 'SIGSYS',
};

/** `SIGSEGV`, or `signal 33` for one without a name here. */
export function signalName(number: number): string {
  return signals[number] ?? `signal ${number}`;
}

/** What V8, libjsvm and the C++ runtime write before they end a process. */
const farewells = [
  /JSVM Fatal Error Message: (.*)/,
  /FATAL ERROR: (.*)/,
  /^# Fatal error in .*\n# (.*)/m,
  // The host NDK, which refuses to go on.
  /^arkhost: (.*)$/m,
  /^(pure virtual method called)$/m,
  /^(terminate called .*\n {2}what\(\): .*)$/m,
  /^(.*terminate called .*)$/m,
  // assert() of the C library: program, file, line and function, then the condition.
  /^(?:[^\s:]+: )?(\S+:\d+: .*Assertion [`'].*' failed\.)$/m,
  // The C library's own checks of the heap and the stack.
  /^((?:double free|free\(\)|malloc|realloc\(\)|munmap_chunk\(\)|corrupted|\*\*\* stack smashing|\*\*\* buffer overflow).*)$/m,
];

/** The reason in the last part of a dead process's stderr; empty when it gave none. */
export function lastWords(stderr: string): string {
  for (const pattern of farewells) {
    const reason = pattern.exec(stderr)?.[1]?.trim();
    if (reason !== undefined && reason !== '') return reason.replace(/\n {2}what\(\): +/, ': ');
  }
  return '';
}

/**
 * The stack as text, innermost frame first: `at function (file:line)` where debug information exists, else the symbol or the
 * library with an offset; then the script frames. Frames of the handler itself are left out. Frames without any name are left out.
 */
export function readableStack(message: NativeStackMessage, cacheDir: string): string {
  const byModule = new Map<string, string[]>();
  for (const { module, offset } of message.frames) byModule.set(module, [...(byModule.get(module) ?? []), offset]);
  const known = new Map<string, string>();
  for (const [module, offsets] of byModule) {
    if (!/\.(?:so|node)(?:\.|$)/.test(module)) continue;
    symbolize(module, offsets).forEach((text, index) => known.set(`${module} ${offsets[index] ?? ''}`, text));
  }
  const lines: string[] = [];
  for (const frame of message.frames) {
    const plain = `${frame.symbol ?? '??'} (${shortName(frame.module)}+${frame.offset})`;
    const text = known.get(`${frame.module} ${frame.offset}`) || plain;
    for (const line of text.split('\nat ')) {
      if (!noise.test(line) && !line.startsWith('?? (')) lines.push(`at ${line}`);
    }
  }
  return [...foldRepeats(lines), ...readableScript(message.script ?? '', cacheDir), ...lastCalls(message)].join('\n');
}

/** `last calls, newest first: OH_JSVM_CreateInt32 (3 times), ...`; nothing when the thread made none. */
function lastCalls({ calls = [] }: NativeStackMessage): string[] {
  const runs: { name: string; times: number }[] = [];
  for (const name of calls) {
    const run = runs.at(-1);
    if (run?.name === name) run.times++;
    else runs.push({ name, times: 1 });
  }
  const texts = runs.map(({ name, times }) => (times === 1 ? name : `${name} (${times} times)`));
  return texts.length === 0
    ? []
    : ['last JSVM-API and Node-API calls, newest first:', ...texts.map((text) => `  ${text}`)];
}

/** Endless recursion fills a stack with one frame: say it once. */
function foldRepeats(lines: readonly string[]): string[] {
  const folded: string[] = [];
  let repeats = 0;
  lines.forEach((line, index) => {
    if (line === lines[index - 1]) {
      repeats++;
    } else {
      if (repeats > 0) folded.push(`   (${repeats} more of the same)`);
      repeats = 0;
      folded.push(line);
    }
  });
  if (repeats > 0) folded.push(`   (${repeats} more of the same)`);
  return folded;
}

/** One text for each offset, in order; empty when no symbolizer is installed or it fails. */
function symbolize(module: string, offsets: readonly string[]): string[] {
  for (const [command, ...options] of symbolizers) {
    const result = spawnSync(command, [...options, '-e', module, ...offsets], { encoding: 'utf8', timeout: 10_000 });
    if (result.error === undefined && result.status === 0) return parse(result.stdout);
  }
  return [];
}

/** `function at file:line` to `function (file:line)`; callers that were inlined into get lines of their own. */
function parse(text: string): string[] {
  const frames: string[] = [];
  for (const line of text.split('\n').filter((item) => item.trim() !== '')) {
    const inlined = /^\s*\(inlined by\) (.*)$/.exec(line)?.[1];
    const match = /^(.*?) at (.+?)(?: \(discriminator \d+\))?$/.exec(inlined ?? line);
    const [, name = '??', place = '?'] = match ?? [];
    const frame = place.startsWith('?') ? (name === '??' ? '' : name) : `${name} (${place})`;
    if (inlined === undefined) frames.push(frame);
    else frames[frames.length - 1] += `\nat ${frame}`;
  }
  return frames;
}

function shortName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
