export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A value together with its text, which is written once and carried on while the value passes through untouched. */
export type Data = { readonly value: Json; readonly text: string };

export const data = (value: Json): Data => ({ value, text: JSON.stringify(value) });

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bytes of UTF-8 that an input, an output or a result may have. */
const DATA_LIMIT = 256 * 1024;

export const isTooLarge = (text: string): boolean =>
  text.length > DATA_LIMIT || (text.length > DATA_LIMIT / 3 && Buffer.byteLength(text) > DATA_LIMIT);
