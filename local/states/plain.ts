import type { Json, JsonObject } from './json.ts';

type Marked = { readonly _jsonata_lambda?: boolean; readonly _jsonata_function?: boolean };

export const isFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' &&
    value !== null &&
    ((value as Marked)._jsonata_lambda === true || (value as Marked)._jsonata_function === true));

/** A copy without the hidden marks that the library leaves on lists, and without functions. */
export function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map((item) => (isFunction(item) ? null : plain(item)));
  if (typeof value !== 'object' || value === null) return value as Json;
  const object: JsonObject = {};
  for (const [key, field] of Object.entries(value))
    if (field !== undefined && !isFunction(field)) object[key] = plain(field);
  return object;
}
