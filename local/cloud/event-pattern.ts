import { isObject, type Json, type JsonObject } from './json.ts';

type Test = (values: readonly Json[]) => boolean;
/** An event pattern, checked: every field has what its value may be, or the fields below it. */
export type Pattern = { readonly [field: string]: readonly Test[] | Pattern };

/** Reads an event pattern of EventBridge (also of a stream's filter). Refuses operators it does not know. */
export function readPattern(source: Json): Pattern {
  if (!isObject(source)) throw new Error(`An event pattern is an object, not ${JSON.stringify(source)}`);
  return Object.fromEntries(
    Object.entries(source).map(([field, wanted]) => [
      field,
      Array.isArray(wanted) ? wanted.map(readTest) : readPattern(wanted),
    ]),
  );
}

/** A field that is a list matches if any of its items does. */
export function matches(pattern: Pattern, event: unknown): boolean {
  if (Array.isArray(event)) return event.some((item) => matches(pattern, item));
  return Object.entries(pattern).every(([field, wanted]) => {
    const value = isObject(event) ? event[field] : undefined;
    if (!Array.isArray(wanted)) return matches(wanted as Pattern, value);
    const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return wanted.some((test: Test) => test(values));
  });
}

const some =
  (holds: (value: Json) => boolean): Test =>
  (values) =>
    values.some(holds);
const text = (holds: (value: string) => boolean) => some((value) => typeof value === 'string' && holds(value));

const OPERATORS: Record<string, (argument: Json) => Test> = {
  prefix: (argument) => text((value) => value.startsWith(String(argument))),
  suffix: (argument) => text((value) => value.endsWith(String(argument))),
  'equals-ignore-case': (argument) => text((value) => value.toLowerCase() === String(argument).toLowerCase()),
  exists: (argument) => (values) => values.length > 0 === argument,
  'anything-but': (argument) => {
    const refused: Test[] = (Array.isArray(argument) ? argument : [argument]).map(readTest);
    return (values) => values.length > 0 && !refused.some((test) => test(values));
  },
  numeric: (argument) => {
    const bounds = Array.isArray(argument) ? argument : [];
    return some((value) => typeof value === 'number' && withinBounds(value, bounds));
  },
};

function readTest(wanted: Json): Test {
  if (!isObject(wanted)) return some((value) => value === wanted);
  const [operator = '', argument = null] = Object.entries(wanted)[0] ?? [];
  const read = OPERATORS[operator];
  if (!read) throw new Error(`Event patterns with "${operator}" are not known here`);
  return read(argument);
}

/** `bounds` like `['>', 0, '<=', 5]`. */
function withinBounds(value: number, [sign, bound, ...rest]: readonly Json[]): boolean {
  const limit = Number(bound);
  const compare: JsonObject = {
    '=': value === limit,
    '<': value < limit,
    '<=': value <= limit,
    '>': value > limit,
    '>=': value >= limit,
  };
  return compare[String(sign)] === true && (rest.length === 0 || withinBounds(value, rest));
}
