import { type Attribute, type Item, NotSupported } from './attribute.ts';
import { givenValue, type Names, nameOf, type Values } from './condition.ts';

type Change = (item: Record<string, Attribute>, names: Names, values: Values) => void;

const parsed = new Map<string, Change[]>();

/** The item after SET attribute = value, ADD to a number or a set, and REMOVE. Anything else is refused. */
export function updated(source: string, item: Item, names: Names, values: Values): Item {
  const changes = parsed.get(source) ?? parse(source);
  parsed.set(source, changes);
  const after = { ...item };
  for (const change of changes) change(after, names, values);
  return after;
}

function parse(source: string): Change[] {
  const clauses = [...source.matchAll(/\b(SET|ADD|REMOVE)\s+(.+?)(?=\s+(?:SET|ADD|REMOVE)\s|$)/g)];
  if (clauses.map(([whole]) => whole).join(' ') !== source.trim()) throw new NotSupported(`Not understood: ${source}`);
  return clauses.flatMap(([, kind = '', list = '']) => list.split(',').map((part) => changeOf(kind, part.trim())));
}

function changeOf(kind: string, part: string): Change {
  const pattern = { SET: /^([#\w]+)\s*=\s*(:\w+)$/, ADD: /^([#\w]+)\s+(:\w+)$/, REMOVE: /^([#\w]+)()$/ }[kind];
  const [, name, value = ''] = pattern?.exec(part) ?? [];
  if (!name) throw new NotSupported(`Not understood in an update: ${kind} ${part}`);
  if (kind === 'SET') {
    return (item, names, values) => {
      item[nameOf(name, names)] = givenValue(value, values);
    };
  }
  if (kind === 'REMOVE') return (item, names) => void delete item[nameOf(name, names)];
  return (item, names, values) => {
    const of = nameOf(name, names);
    item[of] = sum(item[of], givenValue(value, values));
  };
}

function sum(before: Attribute | undefined, more: Attribute): Attribute {
  if ('N' in more && (!before || 'N' in before)) return { N: String(Number(before?.N ?? 0) + Number(more.N)) };
  if ('SS' in more && (!before || 'SS' in before))
    return { SS: [...new Set([...(before?.SS ?? []), ...more.SS])].sort() };
  throw new NotSupported('ADD needs a number or a set, and an attribute of the same type');
}
