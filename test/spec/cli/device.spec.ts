import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { caseText, runText, startOf } from '../device/report-text.ts';
import { arkhost, launcher } from './arkhost-process.ts';
import type { Finished } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

const limit = { timeout: 120_000 };
const one = { suite: 'Sums', name: 'one_and_one', code: 0 };
const two = { suite: 'Sums', name: 'two_and_two', code: 0 };
const green = runText([...caseText(one), ...caseText(two)], '2, Failure: 0, Error: 0, Pass: 2, Ignore: 0');
const list = JSON.stringify({ suites: [{ Sums: [{ itName: one.name }, { itName: two.name }] }] });

interface Device {
  /** What `aa test` prints. */
  report: string;
  targets?: string;
  install?: string;
  /** What hvigorw prints. */
  build?: string;
}

/** A folder of programs that stand for the Command Line Tools; both write down how they were called. */
function fakeTools(place: Scratch, device: Device): string {
  place.write('report.txt', device.report);
  place.write('targets.txt', device.targets ?? 'KEY1 USB Connected localhost hdc\n');
  place.write('install.txt', device.install ?? '[Info]App install path:x msg:install bundle successfully.\n');
  place.write('list.txt', `user test started.\n${list}\n`);
  place.write('build.txt', device.build ?? 'BUILD SUCCESSFUL in 1 s\n');
  const log = join(place.folder, 'calls.txt');
  const script = (name: string, body: string): void =>
    chmodSync(
      place.write(`tools/${name}`, `#!/bin/sh\necho "${name} $*" >> '${log}'\ncd '${place.folder}'\n${body}\n`),
      0o755,
    );
  script(
    'hdc',
    'case "$*" in *dryRun*) cat list.txt ;; *"aa test"*) cat report.txt ;; *install*) cat install.txt ;; *) cat targets.txt ;; esac',
  );
  script(
    'hvigorw',
    'mkdir -p project/entry/build/default/outputs/default project/entry/build/default/outputs/ohosTest\n' +
      'for t in default ohosTest; do echo hap > "project/entry/build/default/outputs/$t/entry-$t-signed.hap"; done\ncat build.txt',
  );
  return join(place.folder, 'tools');
}

function run(place: Scratch, device: Device, args: string[] = []): Promise<Finished> {
  const PATH = `${fakeTools(place, device)}:${process.env['PATH'] ?? ''}`;
  return arkhost(['device', 'entry', ...args], writeProject(place), { PATH });
}

function calls(place: Scratch): string {
  return readFileSync(join(place.folder, 'calls.txt'), 'utf8');
}

describe('arkhost device', limit, () => {
  it('run-that-passes-builds-installs-and-tests', limit, async () => {
    using place = scratch();
    const { code, stdout, stderr } = await run(place, { report: green });
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /2 passed, 0 failed/);
    assert.match(
      calls(place),
      /hvigorw assembleHap .*module=entry@default[^]*hvigorw assembleHap .*module=entry@ohosTest/,
    );
    assert.match(calls(place), /hdc -t KEY1 install -r \S+entry-default-signed\.hap[^]*entry-ohosTest-signed\.hap/);
    assert.match(
      calls(place),
      /aa test -b com\.example\.sums -m entry_test -s unittest \/ets\/testrunner\/OpenHarmonyTestRunner/,
    );
  });

  it('run-of-one-case-asks-for-it-alone', limit, async () => {
    using place = scratch();
    await run(place, { report: green }, ['--only', 'Sums#one_and_one', '--case-timeout', '100', '--timeout', '30']);
    assert.match(calls(place), /-s class Sums#one_and_one -s timeout 100 -w 30/);
  });

  it('case-that-never-ran-fails-by-its-name', limit, async () => {
    using place = scratch();
    const { code, stdout } = await run(place, {
      report: runText(caseText(one), '1, Failure: 0, Error: 0, Pass: 1, Ignore: 0'),
    });
    assert.equal(code, 1);
    assert.match(stdout, /two_and_two \[missing\]/);
  });

  it('application-that-dies-fails-the-case', limit, async () => {
    using place = scratch();
    const report = runText([...caseText(one), ...startOf('Sums', 'two_and_two')], '', -1, 'App died');
    const { code, stdout } = await run(place, { report });
    assert.equal(code, 1);
    assert.match(stdout, /two_and_two \[crash\]/);
  });

  it('package-that-is-not-installed-says-what-the-device-says', limit, async () => {
    using place = scratch();
    const install = 'error: failed to install bundle. error: no signature file.\n';
    const { code, stderr } = await run(place, { report: green, install });
    assert.equal(code, 2);
    assert.match(stderr, /no signature file[^]*hint: sign the project[^]*the device did not install/);
  });

  it('build-that-fails-shows-what-hvigor-says', limit, async () => {
    using place = scratch();
    const { code, stderr } = await run(place, { report: green, build: '> hvigor ERROR: something\nBUILD FAILED\n' });
    assert.equal(code, 2);
    assert.match(stderr, /hvigor ERROR: something[^]*hvigor could not build entry@default/);
  });

  it('no-device-costs-no-build', limit, async () => {
    using place = scratch();
    const { code, stderr } = await run(place, { report: green, targets: '[Empty]\n' });
    assert.equal(code, 3);
    assert.match(stderr, /no device is connected/);
    assert.doesNotMatch(calls(place), /hvigorw/);
  });

  it('no-build-without-packages-says-so', limit, async () => {
    using place = scratch();
    const { code, stderr } = await run(place, { report: green }, ['--no-build']);
    assert.equal(code, 2);
    assert.match(stderr, /there is no \S+entry-default-signed\.hap: build the module first/);
  });

  it('missing-hdc-says-where-it-is', limit, async () => {
    using place = scratch();
    const { code, stderr } = await arkhost(['device', 'entry'], writeProject(place), { PATH: '/usr/bin:/bin' });
    assert.equal(code, 3);
    assert.match(stderr, /hdc was not found\. Put .*toolchains/);
  });
});

describe('arkhost report', limit, () => {
  it('text-of-a-file-has-its-verdict', limit, async () => {
    using place = scratch();
    const file = place.write('run.txt', green);
    const { code, stdout } = await arkhost(['report', file], place.folder);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /2 passed, 0 failed/);
  });

  it('text-of-standard-input-has-its-verdict', limit, () => {
    const { status, stdout } = spawnSync(process.execPath, [launcher, 'report'], {
      input: green.replace('STATUS_CODE: 0', 'STATUS_CODE: -2'),
      encoding: 'utf8',
    });
    assert.equal(status, 1, stdout);
    assert.match(stdout, /1 passed, \d failed/);
  });

  it('report-as-junit-goes-to-a-file', limit, async () => {
    using place = scratch();
    const file = place.write('run.txt', green);
    const { code } = await arkhost(['report', file, '--reporter', 'junit', '--output', 'report.xml'], place.folder);
    assert.equal(code, 0);
    assert.match(readFileSync(join(place.folder, 'report.xml'), 'utf8'), /testcase name="two_and_two"/);
  });

  it('file-that-is-missing-is-an-error-that-names-it-and-leaves-no-report', limit, async () => {
    using place = scratch();
    const { code, stderr } = await arkhost(['report', 'none.txt', '-o', 'report.xml', '-r', 'junit'], place.folder);
    assert.equal(code, 2);
    assert.match(stderr, /none\.txt cannot be read/);
    assert.ok(!existsSync(join(place.folder, 'report.xml')));
  });
});
