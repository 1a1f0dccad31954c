import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { arkhost } from './arkhost-process.ts';

const limit = { timeout: 150_000 };

describe('the command line', limit, () => {
  it('lists the commands with --help', limit, async () => {
    const { code, stdout } = await arkhost(['--help'], tmpdir());
    assert.equal(code, 0);
    for (const name of ['test', 'run', 'doctor']) assert.match(stdout, new RegExp(`^  ${name} +\\w`, 'm'));
  });

  it('shows its help without arguments', limit, async () => {
    const [bare, help] = [await arkhost([], tmpdir()), await arkhost(['--help'], tmpdir())];
    assert.deepEqual(bare, help);
  });

  it('explains one command, by help and by --help', limit, async () => {
    const [byName, byOption] = [await arkhost(['help', 'test'], tmpdir()), await arkhost(['test', '--help'], tmpdir())];
    assert.match(byName.stdout, /--reporter <name>/);
    assert.deepEqual(byName, byOption);
  });

  it('tells the versions of itself and the engine', limit, async () => {
    const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string };
    const { stdout } = await arkhost(['--version'], tmpdir());
    assert.equal(stdout, `arkhost ${version} (engine: Node.js ${process.versions.node}, V8 ${process.versions.v8})\n`);
  });

  const mistakes: [args: string[], message: RegExp][] = [
    [['doctr'], /there is no command "doctr"\. Did you mean "arkhost doctor"\?/],
    [['frobnicate'], /there is no command "frobnicate"\. The commands are: test, run, device, report, doctor/],
    [['test', '--reportr', 'tap'], /arkhost test has no option --reportr\. Did you mean --reporter\?/],
    [['test', '--reporter', 'html'], /there is no reporter "html"\. The reporters are: spec, tap, junit, json/],
    [['test', '--reporter'], /argument missing.*See arkhost help test/],
    [['test', '--case-timeout', 'soon'], /--case-timeout takes a whole number, not "soon"/],
    [['run', 'entry'], /too few arguments\. Usage: arkhost run <module> <file\.ets>/],
    [['run', 'a', 'b', 'c'], /"c" is one argument too many/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses "arkhost ${args.join(' ')}" with exit code 2`, limit, async () => {
      const { code, stdout, stderr } = await arkhost(args, tmpdir());
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n {4}at /);
    });
  }
});
