import { followCase } from '../../functions/case/follow-case.ts';
import { type Happened, monday } from './given.ts';

type World = Parameters<typeof followCase>[0];

/** Appends the facts to the case, each by whoever did it. */
export async function append({ cases }: Pick<World, 'cases'>, caseId: string, ...facts: Happened[]): Promise<void> {
  for (const happened of facts) {
    const { by, fact } = 'fact' in happened ? happened : { by: 'workflow', fact: happened };
    await cases.change(caseId, { by, at: monday }, () => [fact]);
  }
}

/** The stream brings the latest event of the case. */
export async function bringLast(world: World, caseId: string): Promise<void> {
  const last = (await world.cases.history(caseId)).at(-1);
  if (last) await followCase(world, [last.seq])(last, monday);
}
