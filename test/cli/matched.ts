/** Runs of several modules under one filter: modules in which nothing matches are none of its business. */
import type { TestEvent } from '../report/events.ts';

/** The events of a run; none when the filter matches no case in it. What comes before the first case waits for it. */
export async function* matched(events: AsyncIterable<TestEvent>): AsyncGenerator<TestEvent> {
  let held: TestEvent[] | undefined = [];
  for await (const event of events) {
    if (event.type === 'run-error' && event.unmatched === true && held !== undefined) return;
    if (held !== undefined && (event.type === 'run-start' || event.type === 'output')) {
      held.push(event);
      continue;
    }
    yield* held ?? [];
    held = undefined;
    yield event;
  }
}
