import { leafOf } from '../../functions/audit/grow-tree.ts';
import type { Hash } from '../../functions/audit/merkle.ts';
import type { StoredItem } from '../../functions/audit/stored-chain.ts';
import { type TileName, tilesAfter, treeOf } from '../../functions/audit/tiles.ts';
import type { Proved } from '../../functions/audit/verify-case.ts';
import type { CaseEvent } from '../../functions/case/case-fact.ts';
import { toItem } from '../../functions/case/case-store.ts';
import { seal } from '../../functions/shared/chain.ts';
import { after } from '../../functions/shared/now.ts';
import * as f from '../support/facts.ts';
import { monday } from '../support/given.ts';

/** A case as it is stored, and what was published of it: one root after each of its events. */
export type History = { caseId: string; items: StoredItem[]; proved: Proved };
export type Chance = () => number;

export const upTo = (chance: Chance, most: number): number => Math.floor(chance() * most);

/** Histories of 3 to 20 events, under one tree. */
export async function someHistories(chance: Chance, count: number): Promise<History[]> {
  const cases = Array.from({ length: count }, (_, number) => eventsOf(number, chance));
  const events = cases.flat();
  const tiles = new Map<string, Hash[]>();
  const name = ({ level, index, width }: TileName) => `${level} ${index} ${width}`;
  for (const tile of await tilesAfter(0, events.map(leafOf), async () => [])) tiles.set(name(tile), tile.hashes);
  const tree = treeOf(events.length, async (wanted) => tiles.get(name(wanted)) ?? []);
  const root = { size: events.length, hash: await tree.root() };

  let next = 0;
  return Promise.all(
    cases.map(async (history) => {
      const first = next;
      next += history.length;
      const leaves = history.map(async ({ seq, hash }, at) => {
        const index = first + at;
        return { index, seq, hash, proof: await tree.inclusion(index) };
      });
      const proved = { root, leaves: await Promise.all(leaves) };
      return { caseId: history[0]?.caseId ?? '', items: history.map(toItem), proved };
    }),
  );
}

function eventsOf(number: number, chance: Chance): CaseEvent[] {
  const caseId = `case_${String(number).padStart(26, '0')}`;
  const events: CaseEvent[] = [];
  for (let seq = 1; seq <= 3 + upTo(chance, 18); seq++) {
    const fact = seq === 1 ? f.opened : f.frozen(`acc_${upTo(chance, 9)}`);
    const by = ['workflow', 'ann', 'ben'][upTo(chance, 3)] ?? '';
    const request = chance() < 0.5 ? { correlationId: `request-${upTo(chance, 9)}` } : {};
    const before = events.at(-1)?.hash ?? '';
    events.push(seal({ caseId, seq, at: after(monday, seq * 1000), by, ...request, fact, before }));
  }
  return events;
}
