/** What the processors do, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/** Ticks of a clock second on Linux. */
const ticksOfSecond = 100;

interface Ticks {
  busy: number;
  all: number;
}

const share = ({ busy, all }: Ticks): number => (all <= 0 ? 0 : Math.min(1, Math.max(0, busy / all)));

/** A process or thread since it started. */
function ticksOf(folder: string): Ticks {
  const stat = readFileSync(`${folder}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, start = 0] = [11, 12, 19].map((index) => Number(fields[index]));
  const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * ticksOfSecond;
  return { busy: user + system, all: uptime - start };
}

let before: Ticks = { busy: 0, all: 0 };

/** All processors since the last call, or since the computer started: 0 to 1. */
export function systemCpuUsage(): number {
  const now = cpus().reduce(
    (sum, { times: { user, nice, sys, idle, irq } }) => ({
      busy: sum.busy + user + nice + sys + irq,
      all: sum.all + user + nice + sys + irq + idle,
    }),
    { busy: 0, all: 0 },
  );
  const usage = share({ busy: now.busy - before.busy, all: now.all - before.all });
  before = now;
  return usage;
}

/** This process since it started. */
export function appCpuUsage(): number {
  const { busy, all } = ticksOf('/proc/self');
  return share({ busy, all: all * availableParallelism() });
}

/** The threads of this process. */
export function threadCpuUsage(): { threadId: number; cpuUsage: number }[] {
  return readdirSync('/proc/self/task').map((id) => ({
    threadId: Number(id),
    cpuUsage: share(ticksOf(`/proc/self/task/${id}`)),
  }));
}
