/** What an attribute can be here: text, a number as text, a set of texts, or bytes, which are base64 on the wire. */
export type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly SS: readonly string[] }
  | { readonly B: string | Uint8Array };
export type Item = { readonly [name: string]: Attribute };

/** Something asked of the table that it does not know, or that DynamoDB would refuse, too. */
export class NotSupported extends Error {
  override readonly name = 'ValidationException';
}

const types: ReadonlySet<string> = new Set(['S', 'N', 'SS', 'B']);

/** @throws NotSupported for what no attribute can be */
export function check(attribute: Attribute): void {
  let found = 0;
  for (const type in attribute)
    if (++found > 1 || !types.has(type)) throw new NotSupported(`An attribute of type ${type} is not supported`);
  if (found === 0) throw new NotSupported('An attribute has no type');
  if ('SS' in attribute && attribute.SS.length === 0) throw new NotSupported('A set has no members');
}

/** Below, at or above zero as `a` comes before, with or after `b`; undefined when they can not be compared. */
export function compare(a: Attribute, b: Attribute): number | undefined {
  const [one, other] = [rank(a), rank(b)];
  if (one === undefined || other === undefined || typeof one !== typeof other) return undefined;
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Where it stands: JavaScript's own order of these is the order of DynamoDB. Only a text or a number has one. */
export type Rank = string | number;
export function rank(attribute: Attribute): Rank | undefined {
  if ('S' in attribute) return inOrderOfBytes(attribute.S);
  return 'N' in attribute ? Number(attribute.N) : undefined;
}

/** DynamoDB sorts by the bytes of UTF-8; JavaScript's own order is the same unless a surrogate is involved. */
const inOrderOfBytes = (text: string): string =>
  text.replace(/[\ud800-\uffff]/g, (unit) => String.fromCharCode(inUtf8(unit.charCodeAt(0))));

/** What is written with surrogates comes behind all that is not. */
const inUtf8 = (unit: number): number => (unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

export function equal(a: Attribute, b: Attribute): boolean {
  if ('SS' in a && 'SS' in b) return a.SS.length === b.SS.length && a.SS.every((one) => b.SS.includes(one));
  return compare(a, b) === 0;
}

/** The same for the same key, and another for every other: a number for a number, a text for a text. */
export const keyValue = (attribute: Attribute): string | number =>
  'N' in attribute ? Number(attribute.N) : 'S' in attribute ? attribute.S : '';

/** The same text for the same key, whatever way a number is written. */
export const keyText = (attribute: Attribute): string =>
  'N' in attribute ? `N${Number(attribute.N)}` : 'S' in attribute ? `S${attribute.S}` : '';

/** No key can be. */
export const isEmpty = (attribute: Attribute): boolean =>
  'S' in attribute ? attribute.S === '' : !('N' in attribute && attribute.N !== '');

/** Bytes that DynamoDB would count for it. */
export function sizeOf(item: Item): number {
  let size = 0;
  for (const name in item) {
    const attribute = item[name] as Attribute;
    size += Buffer.byteLength(name);
    if ('S' in attribute) size += Buffer.byteLength(attribute.S);
    else if ('N' in attribute) size += Math.ceil(attribute.N.replace(/[.-]|^0+|0+$/g, '').length / 2) + 1;
    else if ('SS' in attribute) for (const one of attribute.SS) size += Buffer.byteLength(one);
    else size += typeof attribute.B === 'string' ? Buffer.byteLength(attribute.B, 'base64') : attribute.B.length;
  }
  return size;
}
