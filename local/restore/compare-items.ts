import { canonical } from '../../functions/shared/chain.ts';
import type { StoredItem } from './items.ts';
import { isMadeFromEvents } from './rebuild-views.ts';

export type Difference = { key: string; what: 'missing' | 'not there before' | 'differs'; in?: string[] };

/** Items of the same keys, compared attribute by attribute. `keys` are the names of the two that make one. */
export function compareItems(
  before: readonly StoredItem[],
  after: readonly StoredItem[],
  keys: readonly string[],
): Difference[] {
  const nameOf = (item: StoredItem) => keys.map((key) => item[key]?.S ?? item[key]?.N ?? '').join(' ');
  const there = new Map(after.map((item) => [nameOf(item), item]));
  const differences: Difference[] = [];
  for (const item of before) {
    const key = nameOf(item);
    const other = there.get(key);
    there.delete(key);
    if (!other) differences.push({ key, what: 'missing' });
    else {
      const different = attributesThatDiffer(told(item), told(other));
      if (different.length > 0) differences.push({ key, what: 'differs', in: different });
    }
  }
  for (const key of there.keys()) differences.push({ key, what: 'not there before' });
  return differences;
}

const attributesThatDiffer = (one: StoredItem, other: StoredItem): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => canonical(one[name] ?? null) !== canonical(other[name] ?? null))
    .sort();

/**
 * What a row of the lists says. Not from how many events it was made (the stream may have seen a few more or less of
 * them when it last wrote the row of a task), and not whether the next root has to look at its case.
 */
function told(item: StoredItem): StoredItem {
  if (!isMadeFromEvents(item)) return item;
  const { headList: _, seq: __, row, ...rest } = item;
  const { seq: ___, ...content } = JSON.parse(row?.S ?? '{}');
  return { ...rest, row: { S: canonical(content) } };
}
