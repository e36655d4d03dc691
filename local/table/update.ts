import { type Attribute, type Item, NotSupported } from './attribute.ts';
import { givenValue, type Names, nameOf, type Values } from './condition.ts';

type Change = (item: Record<string, Attribute>, names: Names, values: Values) => void;

const parsed = new Map<string, Change[]>();

/** The item after SET attribute = value (unless it has one already: if_not_exists), ADD to a number or a set, DELETE from a set, and REMOVE; nothing else is known. */
export function updated(source: string, item: Item, names: Names, values: Values): Item {
  const changes = parsed.get(source) ?? parse(source);
  parsed.set(source, changes);
  const after = { ...item };
  for (const change of changes) change(after, names, values);
  return after;
}

function parse(source: string): Change[] {
  const clauses = [...source.matchAll(/\b(SET|ADD|DELETE|REMOVE)\s+(.+?)(?=\s+(?:SET|ADD|DELETE|REMOVE)\s|$)/g)];
  if (clauses.map(([whole]) => whole).join(' ') !== source.trim()) throw new NotSupported(`Not understood: ${source}`);
  return clauses.flatMap(([, kind = '', list = '']) =>
    list.split(/,(?![^(]*\))/).map((part) => changeOf(kind, part.trim())),
  );
}

const patterns: Record<string, RegExp> = {
  SET: /^([#\w]+)\s*=\s*(?:(:\w+)|if_not_exists\(\1,\s*(:\w+)\))$/,
  ADD: /^([#\w]+)\s+(:\w+)$/,
  DELETE: /^([#\w]+)\s+(:\w+)$/,
  REMOVE: /^([#\w]+)()$/,
};

function changeOf(kind: string, part: string): Change {
  const [, name, value = '', unlessThere = ''] = patterns[kind]?.exec(part) ?? [];
  if (!name) throw new NotSupported(`Not understood in an update: ${kind} ${part}`);
  if (kind === 'SET') {
    return (item, names, values) => {
      const of = nameOf(name, names);
      if (value || !item[of]) item[of] = givenValue(value || unlessThere, values);
    };
  }
  if (kind === 'REMOVE') return (item, names) => void delete item[nameOf(name, names)];
  const combine = kind === 'ADD' ? sum : difference;
  return (item, names, values) => {
    const of = nameOf(name, names);
    const after = combine(item[of], givenValue(value, values));
    if (after) item[of] = after;
    else delete item[of];
  };
}

function sum(before: Attribute | undefined, more: Attribute): Attribute {
  if ('N' in more && (!before || 'N' in before)) return { N: String(Number(before?.N ?? 0) + Number(more.N)) };
  if ('SS' in more && (!before || 'SS' in before))
    return { SS: [...new Set([...(before?.SS ?? []), ...more.SS])].sort() };
  throw new NotSupported('ADD needs a number or a set, and an attribute of the same type');
}

/** A set without members is no attribute. */
function difference(before: Attribute | undefined, less: Attribute): Attribute | undefined {
  if (!('SS' in less) || (before && !('SS' in before)))
    throw new NotSupported('DELETE needs a set, and an attribute that is one');
  const left = before?.SS.filter((one) => !less.SS.includes(one)) ?? [];
  return left.length > 0 ? { SS: left } : undefined;
}
