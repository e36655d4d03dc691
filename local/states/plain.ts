import type { Json } from './json.ts';

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
  // From entries, so that a field named __proto__ is a field like any other.
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && !isFunction(field));
  return Object.fromEntries(fields.map(([key, field]) => [key, plain(field)]));
}
