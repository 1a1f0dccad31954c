import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands as COMMANDS } from '../../cli/commands.ts';
import { CHECKS } from '../../checks/catalog.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const LIMIT = { timeout: 10_000 };
const READMES = ['README.md', 'README.zh-CN.md'];
const DECISIONS = readdirSync(join(ROOT, 'docs', 'decisions')).map((name) => join('docs', 'decisions', name));
const DOCUMENTS = [
  ...READMES,
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  join('docs', 'dependencies.md'),
  join('docs', 'known-differences.md'),
  ...DECISIONS,
];

interface PackageJson {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as PackageJson;
const packages = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

for (const document of DOCUMENTS) {
  test(`documents-link-only-to-files-that-exist: ${document}`, LIMIT, () => {
    const links = [...read(document).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    const files = links.filter((link) => !/^https?:/.test(link));
    const missing = files.filter((link) => !existsSync(join(ROOT, dirname(document), link)));
    assert.deepEqual(missing, []);
  });
}

for (const document of [...READMES, 'CONTRIBUTING.md']) {
  test(`documents-name-only-npm-scripts-that-exist: ${document}`, LIMIT, () => {
    const scripts = [...read(document).matchAll(/\bnpm (?:run (\w+)|(start|test))\b/g)];
    assert.notEqual(scripts.length, 0);
    for (const [, script, standard] of scripts) {
      assert.ok(manifest.scripts[script ?? standard ?? ''], `npm script ${script ?? standard}`);
    }
  });

  test(`documents-name-only-checks-that-exist: ${document}`, LIMIT, () => {
    for (const [, names] of read(document).matchAll(/--only ([\w,-]+)`/g)) {
      for (const name of names?.split(',') ?? []) {
        assert.ok(
          CHECKS.some((check) => check.name === name || check.name.startsWith(`${name}-`)),
          `check ${name}`,
        );
      }
    }
  });
}

for (const readme of READMES) {
  test(`readme-names-only-arkhost-commands-that-exist: ${readme}`, LIMIT, () => {
    const commands = [...read(readme).matchAll(/npx arkhost (\w+)/g)].map((match) => match[1] ?? '');
    assert.notEqual(commands.length, 0);
    assert.deepEqual(
      commands.filter((command) => !COMMANDS.some(({ name }) => name === command)),
      [],
    );
  });

  test(`readme-shows-the-four-log-lines-of-the-page: ${readme}`, LIMIT, () => {
    for (const line of [
      'JSVM OH_JSVM_AdjustExternalMemory: success',
      'JSVM Allocate memory size: 1048576',
      'JSVM OH_JSVM_MemoryPressureNotification: success',
      'JSVM Current JSVM memory pressure level: 2',
    ]) {
      assert.ok(read(readme).includes(line), line);
    }
  });

  test(`readme-names-paths-of-the-project-that-exist: ${readme}`, LIMIT, () => {
    const paths = [...read(readme).matchAll(/`((?:entry|native|test|docs|AppScope)\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });
}

test('readmes-have-the-same-sections-and-code', LIMIT, () => {
  const outline = (file: string): string[] => read(file).match(/^(#+ |```\w*$|\| ---)/gm) ?? [];
  assert.deepEqual(outline('README.zh-CN.md'), outline('README.md'));
  const shell = (file: string): string[] => read(file).match(/```sh\n[\s\S]*?```/g) ?? [];
  assert.deepEqual(shell('README.zh-CN.md'), shell('README.md'));
});

test('dependencies-are-all-described', LIMIT, () => {
  const text = read(join('docs', 'dependencies.md'));
  for (const [name, version] of Object.entries(packages)) {
    assert.match(text, new RegExp(`\`${name}\`.*\\| ${version.replaceAll('.', '\\.')} \\|`), name);
  }
});

test('dependencies-that-are-described-are-installed', LIMIT, () => {
  const rows = read(join('docs', 'dependencies.md')).match(/^\| `.*$/gm) ?? [];
  const names = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
  assert.deepEqual(
    names.filter((name) => packages[name] === undefined),
    [],
  );
});

test('dependencies-have-exact-versions', LIMIT, () => {
  for (const [name, version] of Object.entries(packages)) {
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  }
});

test('package-lock-names-no-registry', LIMIT, () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
});

test('every-folder-of-the-map-is-tracked', LIMIT, () => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const folder of read('README.md').matchAll(/^\| \[`([\w/]+)`\]/gm)) {
    assert.ok(tracked.includes(`${folder[1]}/`), `${folder[1]} is not in the repository`);
  }
});
