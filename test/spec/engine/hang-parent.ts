/** A parent to be killed: starts an engine on a case that loops in native code, and prints the engine's process id. */
import { join } from 'node:path';
import { EngineProcess } from '../../engine/launch.ts';
import type { NativeSide } from '../../engine/config.ts';
import { superviseTests } from '../../engine/supervise.ts';
import { cacheFolder, fixtureModule } from './support.ts';

const native = JSON.parse(process.argv[2] ?? '') as NativeSide;
const engine = new EngineProcess(process.execPath, cacheFolder(), 'test');
const events = superviseTests({
  ...fixtureModule(join(import.meta.dirname, 'fixtures/native')),
  native,
  engine,
  cacheDir: cacheFolder(),
  caseTimeout: 0,
  parameters: { class: 'Crashes#loopForEver' },
});
for await (const event of events) {
  if (event.type === 'case-start') process.stdout.write(`${engine.child.pid}\n`);
}
