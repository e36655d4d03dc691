import { styleText } from 'node:util';
import type { Access } from '../../functions/access/access.ts';
import { leafOf } from '../../functions/audit/grow-tree.ts';
import { rootByInclusion } from '../../functions/audit/merkle.ts';
import { type StoredItem, verifyStored } from '../../functions/audit/stored-chain.ts';
import { storedEventStore } from '../../functions/audit/stored-event-store.ts';
import type { CaseCheck, Proved } from '../../functions/audit/verify-case.ts';
import { awsClient } from '../laptop.ts';
import type { Cases } from './lost-card.ts';
import type { StoryWorld } from './world.ts';

/** The chain of Maryam's case comes under a root, the proof is gone through by hand, and one changed letter is found. */
export async function publishing(world: StoryWorld, { maryam }: Cases): Promise<void> {
  const { chapter, check, as, tell, laptop } = world;
  chapter('Nobody can change it unseen');
  await laptop.cloud.invoke('PublishRoot', {});
  const auditor = await as('audrey');
  const { chain, published, root, leaves } = (await auditor.get<CaseCheck & Proved>(`/audit/verify?case=${maryam}`))
    .body;
  tell(`a root over ${root.size} heads was published: ${root.hash.slice(0, 16)}…`);
  const covered = chain.ok && published.ok && published.upTo === chain.length;
  check('the chain holds, and the root covers it to its last event', covered, { chain, published });

  const last = leaves.at(-1);
  const proved = last && rootByInclusion(leafOf({ caseId: maryam, seq: last.seq, hash: last.hash }), last.proof);
  const hashes = last?.proof.path.length;
  check(`from its head ${hashes} hashes lead up to that root, without asking anybody`, proved === root.hash, proved);

  const items = await storedEventStore(awsClient(laptop.cloud), laptop.cloud.nameOf('CaseEvents')).from(maryam, 1);
  const changed = verifyStored(withOneLetterChanged(items, 7), maryam);
  check('one letter changed in a copy of event 7 is found, by its number', !changed.ok && changed.seq === 7, changed);
  const { misfit } = leftOf(items, published, chain);
  check('and an end that was cut off does not reach the published head', misfit, published);
  await whoLooked(world);
}

function withOneLetterChanged(items: readonly StoredItem[], seq: number): StoredItem[] {
  const text = items[seq - 1]?.event?.S ?? '';
  return items.with(seq - 1, { ...items[seq - 1], event: { S: text.replace(/"by":"./, '"by":"_') } });
}

/** Without its last events the chain is whole by itself, and shorter than what was published. */
function leftOf(items: readonly StoredItem[], published: CaseCheck['published'], { ok }: CaseCheck['chain']) {
  const cut = verifyStored(items.slice(0, -2), items[0]?.caseId?.S ?? '');
  return { misfit: ok && cut.ok && published.ok && cut.length < published.upTo };
}

async function whoLooked({ as, check, lines, laptop }: StoryWorld): Promise<void> {
  const from = new Date(laptop.clock.now() - 30 * 86_400_000).toISOString();
  const path = `/audit/access?customer=cus_maryam&from=${from}&limit=100`;
  const { items } = (await (await as('audrey')).get<{ items: Access[] }>(path)).body;
  const times = new Map<string, number>();
  for (const { reader, route } of items)
    times.set(`${reader.padEnd(12)} ${route}`, (times.get(`${reader.padEnd(12)} ${route}`) ?? 0) + 1);
  lines(
    [...times]
      .sort()
      .map(([what, count]) => `  ${String(count).padStart(3)} ${styleText('dim', '×')} ${what}`)
      .join('\n'),
  );
  const readers = new Set(items.map(({ reader }) => reader));
  check(
    `${readers.size} people were shown something of Maryam's, each call is on record`,
    readers.has('audrey') && readers.has('cus_maryam'),
    [...readers],
  );
}
