import { fold } from '../case/case-store.ts';
import { log } from '../shared/log.ts';
import { after, day, type Instant } from '../shared/now.ts';
import { type GatherWorld, gatherEvidence } from './gather-evidence.ts';
import type { GatheredStore } from './gathered-store.ts';
import type { WantedStore } from './wanted-store.ts';

type World = GatherWorld & { wanted: WantedStore; gathered: GatheredStore };

/** Puts together the evidence of a case, if somebody still waits for it. Safe to do again, and by two at a time. */
export async function gatherOne(world: World, caseId: string, at: Instant): Promise<{ gathered: number }> {
  if (!(await world.wanted.isWanted(caseId))) return { gathered: 0 };
  await gather(world, caseId, at);
  return { gathered: 1 };
}

/** Puts together the evidence that people still wait for, and throws away what was there for a day. Safe to do again. */
export async function gatherWanted(world: World, at: Instant): Promise<{ gathered: number }> {
  const { cases, wanted, gathered } = world;
  const due = await wanted.due(at);
  for (const caseId of due.over) {
    await gathered.forget(fold(await cases.history(caseId)).customerId, caseId);
    await wanted.forget(caseId);
  }
  let done = 0;
  for (const caseId of due.wanted) {
    try {
      await gather(world, caseId, at);
      done++;
    } catch (error) {
      // One case must not keep the others waiting; the next sweep tries again.
      log.warn('GATHERING_FAILED', { caseId, error: error instanceof Error ? error.name : typeof error });
    }
  }
  return { gathered: done };
}

async function gather(world: World, caseId: string, at: Instant): Promise<void> {
  const { cases, wanted, gathered } = world;
  const events = await cases.history(caseId);
  const evidence = await gatherEvidence(world, events);
  const { customerId } = evidence.current;
  await gathered.put(customerId, { at, head: events.at(-1)?.hash ?? '', evidence });
  await gathered.forget(customerId, caseId, at);
  await wanted.keep(caseId, after(at, day));
}
