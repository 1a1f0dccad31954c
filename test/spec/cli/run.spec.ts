import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

const limit = { timeout: 150_000 };

describe('arkhost run', limit, () => {
  it('calls the default export with the arguments after --', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const { code, stdout, stderr } = await arkhost(
      ['run', 'entry', 'src/main/ets/Hello.ets', '--', 'big', 'world'],
      project,
    );
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'hello big world\n', stderr: '' });
  });

  it('takes a file relative to the current folder too', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const { stdout } = await arkhost(['run', 'entry', 'Hello.ets'], join(project, 'entry/src/main/ets'));
    assert.equal(stdout, 'hello \n');
  });

  it('prints the log before what follows it, with --hilog', limit, async () => {
    using place = scratch();
    const { stdout } = await arkhost(['run', 'entry', 'src/main/ets/Hello.ets', '--hilog'], writeProject(place));
    assert.match(stdout, /^\d\d-\d\d .* I A03200\/.*Hello: logged text\nhello \n$/);
  });

  it('fails with exit code 1, message and ArkTS line when the function throws', limit, async () => {
    using place = scratch();
    const { code, stderr } = await arkhost(
      ['run', 'entry', 'src/main/ets/Hello.ets', '--', 'throw'],
      writeProject(place),
    );
    assert.equal(code, 1);
    assert.match(stderr, /^arkhost: .*asked to throw/m);
    assert.match(stderr, /Hello\.ets:6/);
  });

  it('fails when the file has no function to call', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write('project/entry/src/main/ets/Empty.ets', 'export const nothing: number = 1;\n');
    const { code, stderr } = await arkhost(['run', 'entry', 'src/main/ets/Empty.ets'], project);
    assert.equal(code, 1);
    assert.match(stderr, /no function as its default export/);
  });

  it('names a file that does not exist, with exit code 2', limit, async () => {
    using place = scratch();
    const { code, stderr } = await arkhost(['run', 'entry', 'src/main/ets/None.ets'], writeProject(place));
    assert.equal(code, 2);
    assert.match(stderr, /there is no file src\/main\/ets\/None\.ets, neither in .* nor in the current folder/);
  });
});
