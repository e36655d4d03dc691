import { expect, test } from 'vitest';
import { verifyStored } from '../../functions/audit/stored-chain.ts';
import { verifyCase } from '../../functions/audit/verify-case.ts';
import { seeded } from '../../local/states/random.ts';
import { someHistories } from './histories.ts';
import { tamper } from './play.ts';
import { tamperings } from './tamperings.ts';

test('of 450 changes to stored events each is found, with the number of the first event that does not fit', async () => {
  const { byKind, missed } = await tamper(450, 7);
  expect(missed).toEqual([]);
  expect(Object.keys(byKind)).toEqual(Object.keys(tamperings));
});

test('what was not touched fits', async () => {
  for (const { caseId, items, proved } of await someHistories(seeded(3), 5)) {
    const checked = verifyCase(caseId, items, proved);
    expect(checked).toMatchObject({ chain: { ok: true }, published: { ok: true, upTo: items.length } });
    expect(checked.misfit).toBeUndefined();
  }
});

test('an end that was cut off is a whole chain: only a root tells that there was more', async () => {
  const [history] = await someHistories(seeded(3), 1);
  if (!history) throw new Error('there is a history');
  const { caseId, items, proved } = history;
  const left = items.slice(0, -2);
  expect(verifyStored(left, caseId)).toMatchObject({ ok: true });
  expect(verifyCase(caseId, left, proved).misfit).toMatchObject({
    seq: items.length - 1,
    reason: `is missing: ${items.length - 1} events were published`,
  });
  expect(verifyCase(caseId, left, { ...proved, leaves: [] }).misfit).toBeUndefined();
});

test('a leaf that was made up for a changed chain is not under the root', async () => {
  const [history] = await someHistories(seeded(3), 1);
  if (!history) throw new Error('there is a history');
  const { caseId, proved } = history;
  const anew = tamperings['all is sealed anew from a changed one on'];
  const { items, seq } = anew?.(history.items, () => 0.4) ?? { items: [], seq: 0 };
  const leaves = proved.leaves.map((leaf, at) => ({ ...leaf, hash: JSON.parse(items[at]?.event?.S ?? '{}').hash }));
  const { published } = verifyCase(caseId, items, { ...proved, leaves });
  expect(published).toEqual({ ok: false, seq, reason: 'its leaf is not under the root' });
});
