/** AbilityStages: one a module, made before the module's first ability. */
import { AbilityStageContext } from './context.ts';
import { host } from './host.ts';

/** Base class of AbilityStages; the methods are there to be overridden. */
export class AbilityStage {
  context!: AbilityStageContext;

  onCreate(): void {}
  onAcceptWant(_want: object): string {
    return '';
  }
  onNewProcessRequest(_want: object): string {
    return '';
  }
  onConfigurationUpdate(_configuration: object): void {}
  onMemoryLevel(_level: number): void {}
  onDestroy(): void {}
}

/** Told of each stage that was made: its module and the file it came from. */
export type StageFollower = (moduleName: string, source: string, stage: AbilityStage) => void;

const stages = new Map<string, Promise<AbilityStage>>();
const followers = new Set<StageFollower>();

/** Calls a follower for each stage made from now on. Returns what ends it. */
export function followStages(follower: StageFollower): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}

/** Makes the stage of a module, once. */
export async function enterModule(moduleName: string): Promise<AbilityStage> {
  const known = stages.get(moduleName) ?? make(moduleName);
  stages.set(moduleName, known);
  return known;
}

async function make(moduleName: string): Promise<AbilityStage> {
  const source = host().config.stages[moduleName];
  const Stage = source === undefined ? AbilityStage : await load(source);
  const stage = new Stage();
  stage.context = new AbilityStageContext(moduleName);
  stage.onCreate();
  for (const follower of [...followers]) follower(moduleName, source ?? '', stage);
  return stage;
}

async function load(source: string): Promise<new () => AbilityStage> {
  const Stage = (await host().importFile(source)).default as (new () => AbilityStage) | undefined;
  if (Stage === undefined) throw new Error(`${source} has no default export: the AbilityStage's class`);
  return Stage;
}
