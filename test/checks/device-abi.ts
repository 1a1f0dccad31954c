/**
 * The native module built by the device's flags for each ABI, its symbols checked against what the device has, and the
 * result loaded and called against musl. It proves nothing about the device's engine.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, skip } from './check.ts';
import type { Check, CheckContext, Outcome } from './check.ts';
import { StepError } from './device-abi/build.ts';
import { readPlatform } from './device-abi/functions.ts';
import type { Platform } from './device-abi/functions.ts';
import { inspect } from './device-abi/inspect.ts';
import { smokeRun } from './device-abi/smoke.ts';
import { TARGETS, findTools } from './device-abi/target.ts';
import type { Target, Tools } from './device-abi/target.ts';

export const deviceAbi: Check = {
  name: 'device-abi',
  title: 'Built, linked and loaded for device ABIs',
  alone: true,
  run: runDeviceAbi,
};

async function runDeviceAbi(context: CheckContext): Promise<Outcome> {
  const { tools, missing } = findTools(TARGETS);
  if (missing.length > 0) {
    return skip(`missing: ${missing.join(', ')}; install with: sudo test/checks/device-abi/install.sh`);
  }
  const platform = await readPlatform(join(context.root, 'test', 'ndk', 'include'));
  const work = await mkdtemp(join(tmpdir(), 'arkhost-abi-'));
  try {
    const findings: string[] = [];
    for (const target of TARGETS) {
      findings.push(...(await checkTarget(target, tools, platform, context, work)));
    }
    return judge(findings, TARGETS.map(({ abi }) => abi).join(', '));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function checkTarget(
  target: Target,
  tools: Tools,
  platform: Platform,
  context: CheckContext,
  root: string,
): Promise<string[]> {
  const work = join(root, target.abi);
  await mkdir(work);
  const places = { source: join(context.root, 'native'), headers: join(context.root, 'test', 'ndk', 'include'), work };
  try {
    const findings = await inspect(target, tools, platform, places);
    await smokeRun(target, tools, platform, places);
    return findings.map((finding) => `${target.abi}: libentry.so ${finding}`);
  } catch (error) {
    if (error instanceof StepError) {
      return [`${target.abi}: ${error.message}`];
    }
    throw error;
  }
}
