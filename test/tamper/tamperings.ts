import type { StoredItem } from '../../functions/audit/stored-chain.ts';
import { canonical, sha256 } from '../../functions/shared/chain.ts';
import { type Chance, upTo } from './histories.ts';

/** What somebody made of the stored events, and the number of the first that is not what it was. */
export type Tampered = { items: StoredItem[]; seq: number };
export type Tampering = (items: readonly StoredItem[], chance: Chance) => Tampered;

type Content = Record<string, unknown>;
const contentOf = (item: StoredItem): Content => JSON.parse(item.event?.S ?? '');
const withEvent = (item: StoredItem, content: Content): StoredItem => ({ ...item, event: { S: canonical(content) } });
const at = (items: readonly StoredItem[], index: number): StoredItem => items[index] as StoredItem;

/** An event under another number, with all its columns, and with a hash that fits. */
function sealedAs(seq: number, before: unknown, item: StoredItem): StoredItem {
  const { hash: _, ...content } = contentOf(item);
  const unsealed = { ...content, seq, before };
  return { ...withEvent(item, { ...unsealed, hash: sha256(canonical(unsealed)) }), seq: { N: String(seq) } };
}

/** Somebody who knows how it is done seals everything anew from this one on. */
function sealedFrom(index: number, items: readonly StoredItem[]): StoredItem[] {
  const sealed = items.slice(0, index);
  for (const item of items.slice(index)) {
    const last = sealed.at(-1);
    sealed.push(sealedAs(sealed.length + 1, last ? contentOf(last).hash : '', item));
  }
  return sealed;
}

/** The same content with one value in it changed, wherever it is. */
function changed(value: unknown, chance: Chance): unknown {
  if (typeof value === 'number') return value + 1 + upTo(chance, 5);
  if (typeof value !== 'object' || value === null) return `${value}x`;
  const names = Object.keys(value);
  const name = names[upTo(chance, names.length)] ?? 'x';
  return { ...value, [name]: changed((value as Content)[name], chance) };
}

const somewhere =
  (change: (item: StoredItem, chance: Chance) => StoredItem): Tampering =>
  (items, chance) => {
    const index = upTo(chance, items.length);
    return { items: items.with(index, change(at(items, index), chance)), seq: index + 1 };
  };
const said = (item: StoredItem): StoredItem => withEvent(item, { ...contentOf(item), by: 'eve' });
const another = (name: string, item: StoredItem): StoredItem => ({ ...item, [name]: { S: `${item[name]?.S}0` } });

/** Everything somebody with all rights on the table can do to the events of a case. */
export const tamperings: Record<string, Tampering> = {
  'a value is changed': somewhere((item, chance) => withEvent(item, changed(contentOf(item), chance) as Content)),
  'a letter is changed': somewhere((item, chance) => {
    const text = item.event?.S ?? '';
    const place = upTo(chance, text.length);
    return {
      ...item,
      event: { S: `${text.slice(0, place)}${text[place] === '1' ? '2' : '1'}${text.slice(place + 1)}` },
    };
  }),
  'a blank is added': somewhere((item) => ({ ...item, event: { S: `${item.event?.S} ` } })),
  'a field is added': somewhere((item) => withEvent(item, { ...contentOf(item), note: 'x' })),
  'a column is added': somewhere((item) => ({ ...item, note: { S: 'x' } })),
  'a column is changed': somewhere((item, chance) =>
    another(['at', 'kind', 'correlationId'][upTo(chance, 3)] ?? 'at', item),
  ),
  'a column is taken away': somewhere(({ at, kind, ...item }) => item),
  'an event is changed and sealed': (items, chance) => {
    const index = upTo(chance, items.length);
    const item = at(items, index);
    const { seq, before } = contentOf(item);
    return { items: items.with(index, sealedAs(Number(seq), before, said(item))), seq: index + 1 };
  },
  'all is sealed anew from a changed one on': (items, chance) => {
    const index = upTo(chance, items.length);
    return { items: sealedFrom(index, items.with(index, said(at(items, index)))), seq: index + 1 };
  },
  'one is deleted': (items, chance) => {
    const index = upTo(chance, items.length);
    return { items: items.toSpliced(index, 1), seq: index + 1 };
  },
  'one is deleted and the rest sealed anew': (items, chance) => {
    const index = upTo(chance, items.length);
    return { items: sealedFrom(index, items.toSpliced(index, 1)), seq: index + 1 };
  },
  'the end is cut off': (items, chance) => {
    const left = upTo(chance, items.length);
    return { items: items.slice(0, left), seq: left + 1 };
  },
  'two change places': (items, chance) => {
    const [one, other] = two(items, chance);
    return { items: items.with(one, at(items, other)).with(other, at(items, one)), seq: one + 1 };
  },
  'two change places and numbers': (items, chance) => {
    const [one, other] = two(items, chance);
    const under = (index: number, of: number) => ({ ...at(items, of), seq: { N: String(index + 1) } });
    return { items: items.with(one, under(one, other)).with(other, under(other, one)), seq: one + 1 };
  },
  'one is put in twice': (items, chance) => {
    const index = 1 + upTo(chance, items.length);
    return { items: items.toSpliced(index, 0, at(items, index - 1)), seq: index + 1 };
  },
  'one is put in and the rest sealed anew': (items, chance) => {
    const index = upTo(chance, items.length);
    return { items: sealedFrom(index, items.toSpliced(index, 0, said(at(items, index)))), seq: index + 1 };
  },
};

function two(items: readonly StoredItem[], chance: Chance): [number, number] {
  const one = upTo(chance, items.length - 1);
  return [one, one + 1 + upTo(chance, items.length - one - 1)];
}
