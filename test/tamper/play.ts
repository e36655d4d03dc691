import { verifyStored } from '../../functions/audit/stored-chain.ts';
import { verifyCase } from '../../functions/audit/verify-case.ts';
import { seeded } from '../../local/states/random.ts';
import { someHistories, upTo } from './histories.ts';
import { tamperings } from './tamperings.ts';

/** How often something was done, how often it was found with the right number, and how often only the root told. */
export type Tally = { done: number; found: number; byRootOnly: number };
export type Result = { byKind: Record<string, Tally>; missed: string[] };

/** Does so many of all that can be done to stored events, each to an untouched history, and checks each. */
export async function tamper(count: number, seed: number): Promise<Result> {
  const chance = seeded(seed);
  const histories = await someHistories(chance, 25);
  const kinds = Object.entries(tamperings);
  const byKind: Record<string, Tally> = {};
  const missed: string[] = [];
  for (let done = 0; done < count; done++) {
    const [name, act] = kinds[done % kinds.length] as (typeof kinds)[number];
    const { caseId, items, proved } = histories[upTo(chance, histories.length)] as (typeof histories)[number];
    const tampered = act(items, chance);
    const { misfit } = verifyCase(caseId, tampered.items, proved);
    const tally = byKind[name] ?? { done: 0, found: 0, byRootOnly: 0 };
    byKind[name] = tally;
    tally.done++;
    if (misfit?.seq === tampered.seq) tally.found++;
    else
      missed.push(
        `${name}: event ${tampered.seq} of ${items.length}, but ${misfit ? `${misfit.seq} ${misfit.reason}` : 'nothing'} was found`,
      );
    if (verifyStored(tampered.items, caseId).ok) tally.byRootOnly++;
  }
  return { byKind, missed };
}
