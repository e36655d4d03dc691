import { isObject, type Json } from '../json.ts';

/** Stands in a recording for what the service made up itself: a whole value, or a part of a text. */
const ANY = '<any>';

/** The first place where two values differ, in words; undefined if they do not. */
export function difference(expected: Json, got: Json | undefined, at: string): string | undefined {
  if (expected === ANY) return got === undefined ? `${at}: expected any value, got nothing` : undefined;
  if (typeof expected === 'string' && expected.includes(ANY)) return pattern(expected, got, at);
  if (Array.isArray(expected)) return list(expected, got, at);
  if (isObject(expected)) return object(expected, got, at);
  return expected === got ? undefined : `${at}: expected ${shown(expected)}, got ${shown(got)}`;
}

export const shown = (value: Json | undefined) => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';

function pattern(expected: string, got: Json | undefined, at: string): string | undefined {
  const parts = expected.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const fits = typeof got === 'string' && new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(got);
  return fits ? undefined : `${at}: ${shown(got)} does not match ${shown(expected)}`;
}

function list(expected: Json[], got: Json | undefined, at: string): string | undefined {
  if (!Array.isArray(got) || got.length !== expected.length)
    return `${at}: expected ${expected.length} items, got ${shown(got)}`;
  return first(expected.map((item, index) => () => difference(item, got[index], `${at}[${index}]`)));
}

function object(expected: { [key: string]: Json }, got: Json | undefined, at: string): string | undefined {
  if (!isObject(got)) return `${at}: expected an object, got ${shown(got)}`;
  const missing = Object.keys(expected).map((key) => () => difference(expected[key] as Json, got[key], `${at}.${key}`));
  const extra = Object.keys(got)
    .filter((key) => got[key] !== undefined && !Object.hasOwn(expected, key))
    .map((key) => () => `${at}.${key}: not in the recording (${shown(got[key])})`);
  return first([...missing, ...extra]);
}

function first(checks: (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}
