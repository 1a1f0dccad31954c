/** How the bridge loads modules, and what goes on between their calls. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildModules, runScript } from './harness/modules.ts';
import type { TestModules } from './harness/modules.ts';

const LIMIT = { timeout: 60_000 };

let folder = '';
let modules: TestModules;

before(
  async () => {
    modules = await buildModules(join(import.meta.dirname, 'modules'));
    folder = await mkdtemp(join(tmpdir(), 'arkhost-napi-spec-'));
  },
  { timeout: 900_000 },
);
after(() => rm(folder, { recursive: true, force: true }));

/** The JSON that a script prints. */
async function result(script: string, env?: Record<string, string>): Promise<unknown> {
  const { stdout, stderr, code, signal } = await runScript(modules, script, env);
  assert.equal(code, 0, `ended by ${signal}: ${stderr}`);
  return JSON.parse(stdout);
}

function messageOf(module: string): Promise<unknown> {
  return result(`try { load('${module}'); } catch (error) { console.log(JSON.stringify(error.message)); }`);
}

test('loadModule: a missing file is named', LIMIT, async () => {
  assert.match(String(await messageOf('nowhere')), /^cannot load .*libnowhere\.so: .*cannot open shared object file/);
});

test('loadModule: a library that registers nothing', LIMIT, async () => {
  assert.match(String(await messageOf('silent')), /libsilent\.so: the library registered no module/);
});

test('loadModule: nm_modname must be the name of the library', LIMIT, async () => {
  assert.match(String(await messageOf('misnamed')), /nm_modname is "another".*must register as "misnamed"/);
});

test('loadModule: a module without an init function', LIMIT, async () => {
  assert.match(String(await messageOf('initless')), /has no nm_register_func/);
});

test('loadModule: an exception of the init function arrives', LIMIT, async () => {
  const script = `try { load('throwing'); } catch (error) { console.log(JSON.stringify([error.name, error.code, error.message])); }`;
  assert.deepEqual(await result(script), ['RangeError', 'E_INIT', 'no room for exports']);
});

test('loadModule: each load is an instance of its own', LIMIT, async () => {
  const script = `
    const first = load('napi_tests'), second = load('napi_tests');
    console.log(JSON.stringify([first === second, first.instance(), first.instance(), second.instance()]));`;
  assert.deepEqual(await result(script), [false, 1, 2, 1]);
});

test('loadModule: worker threads load the same library', LIMIT, async () => {
  const script = `
    const { Worker } = require('node:worker_threads');
    load('napi_tests').instance();
    const inWorker = 'const bridge = require(' + JSON.stringify(process.env.BRIDGE) + ');' +
      'const module = bridge.loadModule(process.env.LIBRARY);' +
      'require("node:worker_threads").parentPort.postMessage([module.instance(), module.list().length > 0]);';
    new Worker(inWorker, { eval: true }).on('message', (value) => console.log(JSON.stringify(value)));`;
  const env = { BRIDGE: modules.bridge, LIBRARY: join(modules.folder, 'libnapi_tests.so') };
  assert.deepEqual(await result(script, env), [1, true]);
});

test('worker threads: the native tests pass there too, and the worker ends cleanly', LIMIT, async () => {
  const script = `
    const { Worker } = require('node:worker_threads');
    const inWorker = \`
      require('node:v8').setFlagsFromString('--expose-gc');
      globalThis.gc = require('node:vm').runInNewContext('gc');
      const module = require(process.env.BRIDGE).loadModule(process.env.LIBRARY);
      const failures = module.list().flatMap((name, index) => module.run(index));
      require('node:worker_threads').parentPort.postMessage(failures);\`;
    let failures;
    new Worker(inWorker, { eval: true })
      .on('message', (value) => { failures = value; })
      .on('exit', (code) => console.log(JSON.stringify([code, failures])));`;
  const env = { BRIDGE: modules.bridge, LIBRARY: join(modules.folder, 'libnapi_tests.so') };
  assert.deepEqual(await result(script, env), [0, []]);
});

test('NAPI_MODULE: registers as a constructor function does', LIMIT, async () => {
  assert.deepEqual(await result(`console.log(JSON.stringify(load('brief').answer))`), 42);
});

test('NAPI_MODULE_INIT: registers under the name that the build gives', LIMIT, async () => {
  assert.deepEqual(await result(`console.log(JSON.stringify(load('init_macro').answer))`), 43);
});

test('loadModule: of several modules in a library the one of its name', LIMIT, async () => {
  assert.deepEqual(await result(`console.log(JSON.stringify(load('several').answer))`), 2);
});

test('module_file_name: is the URL of the library', LIMIT, async () => {
  assert.match(
    String(await result(`console.log(JSON.stringify(load('napi_tests').fileName()))`)),
    /^file:.*\/libnapi_tests\.so$/,
  );
});

test('async_work: runs off the thread and completes on it', LIMIT, async () => {
  const script = `load('napi_tests').work(3).then((value) => console.log(JSON.stringify(value)));`;
  assert.deepEqual(await result(script), { status: 0, result: 42, onOtherThread: true });
});

test('queue_async_work_with_qos: an unknown quality is refused', LIMIT, async () => {
  const script = `load('napi_tests').work(4).catch((reason) => console.log(JSON.stringify(reason)));`;
  assert.equal(await result(script), 'refused');
});

test('threadsafe_function: urgent calls come first', LIMIT, async () => {
  const script = `
    const numbers = [];
    load('napi_tests').priorities((number) => {
      if (numbers.push(number) === 5) console.log(JSON.stringify(numbers));
    });`;
  assert.deepEqual(await result(script), [0, 1, 2, 3, 4]);
});

test('threadsafe_function: without call_js the function is called plainly', LIMIT, async () => {
  const script = `load('napi_tests').plainCall((...values) => console.log(JSON.stringify(values)));`;
  assert.deepEqual(await result(script), []);
});

test('add_finalizer: an exception in the callback ends the process', LIMIT, async () => {
  const script = `
    load('napi_tests').finalizerThrows({});
    setImmediate(() => { gc(); setTimeout(() => {}, 1000); });`;
  const { code, stderr } = await runScript(modules, script, {}, ['--expose-gc']);
  assert.equal(code, 1);
  assert.match(stderr, /thrown by a finalizer/);
});

test('cleanup_hooks: run when the env ends, last added first', LIMIT, async () => {
  const file = join(folder, 'cleanup.txt');
  await runScript(modules, `load('napi_tests').cleanup(${JSON.stringify(file)})`);
  assert.equal(await readFile(file, 'utf8'), 'second;first;');
});

test('load_module: asks the loader of the host', LIMIT, async () => {
  const script = `
    bridge.setModuleLoader((path, info) => [path, info ?? 'none']);
    const module = load('napi_tests');
    console.log(JSON.stringify([module.load('@ohos.hilog'), module.load('ets/Page', 'com.example.app/entry')]));`;
  assert.deepEqual(await result(script), [
    ['@ohos.hilog', 'none'],
    ['ets/Page', 'com.example.app/entry'],
  ]);
});

test('run_script_path: gives the value of the file', LIMIT, async () => {
  const file = join(folder, 'script.js');
  await writeFile(file, '[1, 2].concat(40)');
  assert.deepEqual(
    await result(`console.log(JSON.stringify(load('napi_tests').runPath(${JSON.stringify(file)})))`),
    [1, 2, 40],
  );
});

test('run_script_path: exceptions name the file', LIMIT, async () => {
  const file = join(folder, 'throws.js');
  await writeFile(file, '\nthrow new Error("from the file")');
  const script = `
    try { load('napi_tests').runPath(${JSON.stringify(file)}); } catch (error) { console.log(JSON.stringify(error.stack)); }`;
  assert.match(String(await result(script)), /from the file[^]*throws\.js:2/);
});

test('run_script_path: a missing file is a failure', LIMIT, async () => {
  assert.equal(await result(`console.log(JSON.stringify(load('napi_tests').runPath('/does/not/exist.js')))`), 9);
});

test('threads: a call where no ArkTS runs ends the process and says why', LIMIT, async () => {
  const { signal, stderr } = await runScript(modules, `load('napi_tests').foreignThread()`);
  assert.equal(signal, 'SIGABRT');
  assert.match(stderr, /on a thread that runs no ArkTS/);
});
