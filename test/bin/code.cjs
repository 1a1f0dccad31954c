'use strict';
/**
 * Loads arkhost's own code: TypeScript or compiled files as they are, or a bundle of them (test/build/bundle.ts). A bundle
 * is compiled once: V8's code cache of everything that a run has used stands beside it, and a warm run parses nothing.
 *
 * As a program, `code.cjs <code> <entry>` runs one entry of test/engine/entries.ts.
 */
const fs = require('node:fs');

/**
 * Loads a file of code. Resolves to its exports.
 * @param options `engine`: for a bundle of the command line, the one of the engine process. `keepCache`: false where the code
 *   cache is only read.
 */
async function loadCode(file, { engine = file, keepCache = true } = {}) {
  return file.endsWith('.cjs')
    ? loadBundle(file, engine, keepCache)
    : import(require('node:url').pathToFileURL(file).href);
}

/** Loads a file of code in a thread that cannot wait for it. */
function loadCodeNow(file) {
  return file.endsWith('.cjs') ? loadBundle(file, file, false) : require(file);
}

function loadBundle(file, engine, keep) {
  const { Script, constants } = require('node:vm');
  const { createRequire } = require('node:module');
  const cacheFile = `${file}.${flagsHash()}.cache`;
  const cached = readCache(cacheFile);
  // Bundles are plain ASCII: half the memory, and no decoding.
  const script = new Script(fs.readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: cached?.data,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const loaded = new Set();
  if (keep) keepCache(script, cacheFile, loaded, script.cachedDataRejected === false ? cached : undefined);
  const module = { exports: {} };
  const note = (name) => void loaded.add(name);
  script.runInThisContext()(module, createRequire(__filename), { file, engine, note });
  return module.exports;
}

/** V8 takes no cache that was made under other flags. */
function flagsHash() {
  return hashOf(`${process.version} ${process.arch} ${process.execArgv.join(' ')} ${process.env.NODE_OPTIONS ?? ''}`);
}

/** A part of a file name for a text: FNV-1a. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * A cache file: the length of its head, a head in JSON, V8's data, and all that once more. V8 runs damaged data as it is, so
 * a file whose halves differ is not used; comparing them costs less than a checksum in a process that has just started.
 */
function readCache(file) {
  try {
    const bytes = fs.readFileSync(file);
    const half = bytes.length / 2;
    if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined;
    if (!bytes.subarray(0, half).equals(bytes.subarray(half))) return undefined;
    const start = 4 + bytes.readUInt32LE(0);
    const { names, tag } = JSON.parse(bytes.toString('latin1', 4, start));
    return { names: new Set(names), tag, data: bytes.subarray(start, half) };
  } catch {
    return undefined;
  }
}

/** Writes the cache when the process ends, if this run has loaded parts that the one on disk does not know. */
function keepCache(script, file, loaded, known) {
  const tag = known?.tag ?? require('node:v8').cachedDataVersionTag();
  process.once('exit', () => {
    const names = [...loaded];
    if (known !== undefined && names.every((name) => known.names.has(name))) return;
    // Flags that were set while it ran would make the cache one that no start can use. libjsvm sets one.
    const v8 = require('node:v8');
    v8.setFlagsFromString('--no-enable-experimental-regexp-engine');
    if (tag !== v8.cachedDataVersionTag()) return;
    const head = Buffer.from(JSON.stringify({ names: [...new Set([...names, ...(known?.names ?? [])])], tag }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    const half = Buffer.concat([length, head, script.createCachedData()]);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      fs.writeFileSync(temporary, Buffer.concat([half, half]));
      fs.renameSync(temporary, file);
    } catch {
      // A cache that cannot be written costs time, not the run.
    }
  });
}

/** Runs what the command line, or the maker of a thread, asks for. */
async function runEntry(options) {
  const [, , code, entry] = process.argv;
  const { entries } = await loadCode(code, options);
  return entries[entry]();
}

module.exports = { hashOf, loadCode, loadCodeNow, runEntry };

if (require.main === module) void runEntry();
