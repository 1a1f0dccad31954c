import assert from 'node:assert/strict';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { describe, it } from 'node:test';
import { inlineMap } from '../../build/ets-cache.ts';
import { EtsSyntaxError, transformEts } from '../../build/ets-transform.ts';

/** The emitted code without its source map. */
function emit(source: string): string {
  return transformEts(source, '/project/File.ets', 'file:///project/File.ets').replace(
    /\/\/# sourceMappingURL.*\n/,
    '',
  );
}

/** Name of a rule, ArkTS, and what the JavaScript must hold or must not hold. */
const rules: [name: string, source: string, present: RegExp, absent?: RegExp][] = [
  ['enum', 'export enum Level { LOW, HIGH }', /Level\[Level\["LOW"\] = 0\]/],
  ['type annotations go', 'export function f(a: number): string { return `${a}`; }', /function f\(a\)/],
  [
    'imports used only as types go',
    `import { Want } from '@kit.AbilityKit';\nexport function f(w: Want): void {}`,
    /function f/,
    /AbilityKit/,
  ],
  [
    'kit names stay',
    `import { hilog } from '@kit.PerformanceAnalysisKit';\nhilog.info(0, 'a', 'b');`,
    /from '@kit\.PerformanceAnalysisKit'/,
  ],
  ['lazy imports', `import lazy { a } from './a';\na();`, /import \{ a \} from '\.\/a'/, /lazy/],
  [
    '@Concurrent on a function',
    '@Concurrent\nfunction work(): void {}\nwork();',
    /\$concurrent\.concurrent\(work, import\.meta\.url, "work"\)/,
    /@Concurrent/,
  ],
  [
    '@Builder on a function',
    "@Builder\nfunction part() { Text('a') }\npart();",
    /function part\(\) \{\s+\$arkui\.element\(\(\) => \$arkui\.builtin\("Text", \['a'\]/,
    /Builder/,
  ],
  ['exported interfaces link', 'export interface Shape { a: number; }', /export const Shape = void 0/],
  [
    'an interface beside a value keeps the value',
    'export interface A { a: number; }\nexport const A: number = 1;',
    /export const A = 1/,
    /A = void 0/,
  ],
  [
    'struct',
    "@Component\nexport struct Part { build() { Text('a') } }",
    /export const Part = \$arkui\.struct\(\{ Part: class \{/,
  ],
  ['default struct', '@Component\nexport default struct Part { build() {} }', /export default Part;/],
  [
    'fields with decorators',
    "@Component\nstruct Part { @State @Watch('on') count: number = 1; build() {} }",
    /\["count", \[\["State"\], \["Watch", 'on'\]\]\]/,
  ],
  [
    'fields without a value exist',
    '@Component\nstruct Part { @Link value: string; build() {} }',
    /this\.value = void 0/,
  ],
  [
    'component blocks',
    "@Component\nstruct Part { build() { Column({ space: 2 }) { Text('a') }.width(3) } }",
    /\$arkui\.builtin\("Column", \[\{ space: 2 \}\], \(\) => \{/,
  ],
  [
    'custom component with a block',
    "@Component\nstruct Part { build() { Other({ a: 1 }) { Text('a') } } }",
    /\$arkui\.child\(Other, \[\{ a: 1 \}\], \(\) => \{/,
  ],
  [
    '$$this',
    "@Component\nstruct Part { @State a: string = ''; build() { TextInput({ text: $$this.a }) } }",
    /text: \$arkui\.twoWay\(\(\) => this\.a, \$value => \{ this\.a = \$value; \}\)/,
    /\$\$this/,
  ],
  [
    '$field',
    "@Component\nstruct Part { @State a: string = ''; build() { Other({ value: $a }) } }",
    /\[\{ value: this\.a \}\], \{ byReference: true, links: \(\) => \(\{ value: \[this, "a"\] \}\) \}/,
  ],
  [
    'if in build()',
    "@Component\nstruct Part { @State a: number = 0; build() { Column() { if (this.a > 1) { Text('a') } else Text('b') } } }",
    /\$arkui\.branch\(\$take => \{\s+if \(this\.a > 1\)\s+\$take\(0, \(\) => \{[^}]+\}\);\s+else\s+\$take\(1, /,
  ],
  [
    'if in a handler',
    "@Component\nstruct Part { build() { Text('a').onClick(() => { if (ready()) { go(); } }) } }",
    /if \(ready\(\)\) \{\s+go\(\);/,
    /branch|place/,
  ],
  [
    'ForEach',
    '@Component\nstruct Part { @State a: string[] = []; build() { Column() { ForEach(this.a, (i: string) => Other({ value: i })) } } }',
    /\$arkui\.element\(\(\) => ForEach\(this\.a, \(i\) => \{\s+\$arkui\.place\(Other, void 0, \(\) => \[\{ value: i \}\]/,
  ],
  [
    'attributes of a custom component',
    '@Component\nstruct Part { build() { Other().width(this.wide()) } }',
    /\$arkui\.place\(Other, void 0, \(\) => \[\], \{ chain: \$node => \$node\.width\(this\.wide\(\)\) \}\)/,
  ],
  [
    '@Extend',
    '@Extend(Text)\nfunction big(n: number) { .fontSize(n) }',
    /\$arkui\.extend\("Text", "big", function \(\$self, n\) \{ \$self\.fontSize\(n\)/,
  ],
  [
    '@Styles',
    '@Styles\nfunction wide() { .width(1) }',
    /\$arkui\.style\("wide", function \(\$self\) \{ \$self\.width\(1\)/,
  ],
  [
    '@Styles in a struct',
    '@Component\nstruct Part { @Styles wide() { .width(1) } build() {} }',
    /wide\(\$self\) \{ \$self\.width\(1\)/,
  ],
  [
    'stateStyles',
    "@Component\nstruct Part { build() { Text('a').stateStyles({ normal: { .width(1) } }) } }",
    /normal: \$self => \{ \$self\.width\(1\); \}/,
  ],
  [
    'decorators on classes stay',
    '@Observed\nexport class Model { @Track value: number = 0; }',
    /__decorate\(\[\s*Observed/,
  ],
  [
    'a component name of the file is not the built-in',
    'class Text { }\nexport const text: Text = new Text();',
    /new Text\(\)/,
    /\$arkui/,
  ],
];

describe('transformEts', () => {
  for (const [name, source, present, absent] of rules) {
    it(name, () => {
      const code = emit(source);
      assert.match(code, present);
      if (absent !== undefined) assert.doesNotMatch(code, absent);
    });
  }

  it('imports the component runtime only into files that need it', () => {
    assert.match(emit('@Component\nstruct Part { build() {} }'), /import \* as \$arkui from "arkhost:arkui"/);
    assert.match(emit('export const colour: number = Color.Red;'), /arkhost:arkui/);
    assert.doesNotMatch(emit('export const two: number = 2;'), /arkhost:arkui/);
  });

  it('maps emitted positions to the source', () => {
    const source = 'interface Gone {\n  a: number;\n}\nexport function f(): void {\n  throw new Error();\n}\n';
    const code = transformEts(source, '/project/File.ets', 'file:///project/File.ets');
    const lines = code.split('\n');
    const line = lines.findIndex((text) => text.includes('throw'));
    const map = new SourceMap(inlineMap(code) as SourceMapPayload);
    const entry = map.findEntry(line, lines[line]?.indexOf('throw') ?? -1);
    assert.ok('originalLine' in entry);
    assert.deepEqual(
      [entry.originalSource, entry.originalLine, entry.originalColumn],
      ['file:///project/File.ets', 4, 2],
    );
  });

  it('reports every syntax error with its place', () => {
    const broken = (): string => emit('let a = 1;\nlet = ;\n');
    assert.throws(
      broken,
      (error: unknown) => error instanceof EtsSyntaxError && error.place.startsWith('/project/File.ets:2:'),
    );
  });
});
