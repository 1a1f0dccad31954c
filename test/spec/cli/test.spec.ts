import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

const limit = { timeout: 150_000 };

describe('arkhost test', limit, () => {
  it('runs the tests of a module by name and passes', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(['test', 'entry'], writeProject(place));
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^2 passed, 0 failed$/m);
    assert.match(stdout, /^adding$/m);
  });

  it('finds the project from a folder of the module, without a name', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(['test'], join(writeProject(place), 'entry/src/main'));
    assert.equal(code, 0, stdout);
  });

  it('takes the path of a project from anywhere', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(['test', writeProject(place)], tmpdir());
    assert.equal(code, 0, stdout);
  });

  it('takes a folder without a slash as a path when it is no module', limit, async () => {
    using place = scratch();
    writeProject(place, 'sums');
    const { code, stdout } = await arkhost(['test', 'sums'], place.folder);
    assert.equal(code, 0, stdout);
  });

  it('runs several modules and adds up', limit, async () => {
    using place = scratch();
    const [first, second] = [writeProject(place, 'one'), writeProject(place, 'two', 5)];
    const { code, stdout } = await arkhost(['test', first, second], tmpdir());
    assert.equal(code, 1);
    assert.match(stdout, /^3 passed, 1 failed$/m);
  });

  it('fails with exit code 1 and names the failed case', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(['test', 'entry'], writeProject(place, 'project', 5));
    assert.equal(code, 1);
    assert.match(stdout, /two_and_two/);
    assert.match(stdout, /^1 passed, 1 failed$/m);
  });

  it('runs only what --only names', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(
      ['test', 'entry', '--only', 'Sums#one_and_one'],
      writeProject(place, 'project', 5),
    );
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^1 passed, 0 failed$/m);
  });

  it('fails when --only matches nothing', limit, async () => {
    using place = scratch();
    const { code } = await arkhost(['test', 'entry', '--only', 'NoSuchSuite'], writeProject(place));
    assert.equal(code, 1);
  });

  it('writes a report into a file, shows the spec report, and leaves nothing else', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const report = join(place.folder, 'reports', 'junit.xml');
    const { stdout } = await arkhost(['test', 'entry', '-r', 'junit', '-o', report], project);
    assert.match(readFileSync(report, 'utf8'), /<testcase name="two_and_two"/);
    assert.match(stdout, /^2 passed, 0 failed$/m);
    assert.deepEqual(readdirSync(join(place.folder, 'reports')), ['junit.xml']);
  });

  it('writes nothing into the project', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const before = readdirSync(project, { recursive: true }).sort();
    await arkhost(['test', 'entry'], project);
    assert.deepEqual(readdirSync(project, { recursive: true }).sort(), before);
  });

  it('names the modules when there is none of the name', limit, async () => {
    using place = scratch();
    const { code, stderr } = await arkhost(['test', 'entri'], writeProject(place));
    assert.equal(code, 2);
    assert.match(stderr, /no module "entri"; the modules of this project are: entry/);
  });

  it('says that a folder is in no project', limit, async () => {
    using place = scratch();
    const { code, stderr } = await arkhost(['test', '.'], place.folder);
    assert.equal(code, 2);
    assert.match(stderr, /not in a DevEco project/);
  });

  it('names the file of a project that cannot be read', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write('project/entry/build-profile.json5', '{ "apiType": ');
    const { code, stderr } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 2);
    assert.match(stderr, /entry\/build-profile\.json5/);
  });

  it('leaves no report behind when the project cannot be built', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write('project/entry/build-profile.json5', '{ "apiType": ');
    const report = join(place.folder, 'report.xml');
    await arkhost(['test', 'entry', '-r', 'junit', '-o', report], project);
    assert.equal(existsSync(report), false);
  });

  it('refuses a report file that cannot be written, before anything runs', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write('file', '');
    const { code, stdout, stderr } = await arkhost(
      ['test', 'entry', '-o', join(place.folder, 'file/report.xml')],
      project,
    );
    assert.equal(code, 2);
    assert.match(stderr, /--output .* cannot be written/);
    assert.equal(stdout, '');
  });

  it('says what to install when a module with C++ finds no tools', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const native = { externalNativeOptions: { path: './src/main/cpp/CMakeLists.txt', abiFilters: ['arm64-v8a'] } };
    const profile = { apiType: 'stageMode', buildOption: native, targets: [{ name: 'default' }, { name: 'ohosTest' }] };
    place.write('project/entry/build-profile.json5', JSON.stringify(profile));
    place.write('project/entry/src/main/cpp/CMakeLists.txt', 'cmake_minimum_required(VERSION 3.5)\nproject(entry)\n');
    const env = { PATH: '/nonexistent', ARKHOST_CXX: '', CXX: '' };
    const { code, stderr } = await arkhost(['test', 'entry'], project, env);
    assert.equal(code, 3);
    assert.match(stderr, /^arkhost: no C\+\+ compiler was found.*sudo apt-get install g\+\+ cmake ninja-build$/m);
  });
});
