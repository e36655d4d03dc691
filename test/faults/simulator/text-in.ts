import type { Item } from '../../../local/table/attribute.ts';

/** What an attribute of an item says, if it is there and a text. */
export function textIn(item: Item | undefined, name: string): string | undefined {
  const attribute = item?.[name];
  return attribute && 'S' in attribute ? attribute.S : undefined;
}
