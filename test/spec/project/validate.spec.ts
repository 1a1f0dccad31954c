import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../../project/files.ts';
import { validateProject } from '../../project/validate.ts';
import { breakages } from './breakages.ts';
import { FixtureProject, soundProject } from './fixture.ts';

const ours = fileURLToPath(new URL('../../..', import.meta.url));
const limit = { timeout: 20_000 };

describe('validateProject', () => {
  test('ourProject_hasNoFindings', limit, async () => {
    assert.deepEqual(await validateProject(ours), []);
  });

  test('soundProject_hasNoFindings', limit, async () => {
    using project = new FixtureProject(soundProject());
    assert.deepEqual(await validateProject(project.root), []);
  });

  test('pathInside_checksTheProjectAround', limit, async () => {
    using project = new FixtureProject(soundProject());
    project.remove('entry/rules.txt');
    const findings = await validateProject(project.path('entry/src/main'));
    assert.deepEqual(
      findings.map(({ rule, file }) => ({ rule, file })),
      [{ rule: 'obfuscation-file', file: project.path('entry/build-profile.json5') }],
    );
  });

  test('noProject_throws', limit, async () => {
    using folder = new FixtureProject({ 'readme.txt': '' });
    await assert.rejects(validateProject(folder.root), /not in a DevEco project/);
  });

  test('pathNotAscii_isFound', limit, async () => {
    using folder = new FixtureProject({});
    for (const [name, text] of Object.entries(soundProject())) folder.write(`plain/${name}`, text);
    assert.deepEqual(await validateProject(folder.path('plain')), []);
    renameSync(folder.path('plain'), folder.path('声音'));
    const findings = await validateProject(folder.path('声音'));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['path-ascii'],
    );
  });
});

describe('one fault gives one finding', () => {
  for (const { rule, file, what, message, spoil } of breakages) {
    test(`${rule}_${what}`, limit, async () => {
      using project = new FixtureProject(soundProject());
      spoil(project);
      const findings = await validateProject(project.root);
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [rule],
        JSON.stringify(findings, null, 2),
      );
      assert.equal(findings[0]?.file, project.path(file));
      assert.match(findings[0]?.message ?? '', message);
    });
  }

  test('everyRule_isInTheTable', limit, () => {
    const rules = new Set<string>();
    for (const file of filesBelow(fileURLToPath(new URL('../../project', import.meta.url)), '.ts')) {
      const source = readFileSync(file, 'utf8');
      for (const match of source.matchAll(
        /(?:report\(|rule: |readJson5, |readStrictJson, )\s*'([a-z0-9]+-[a-z0-9-]+)'/g,
      )) {
        rules.add(match[1] ?? '');
      }
    }
    // The path of the project is broken by a test of its own, above.
    rules.delete('path-ascii');
    assert.deepEqual([...rules].sort(), [...new Set(breakages.map(({ rule }) => rule))].sort());
  });
});
