// A word that nobody says and the number of a card: wherever either turns up, something that somebody wrote did.

export const word = 'Zürafe-7731';
export const number = '4111 1111 1111 1111';
export const canary = `${word} ${number}`;

/** As much of a JSON schema as it takes to find its texts. */
export type Schema = { properties?: Record<string, Schema>; anyOf?: Schema[]; oneOf?: Schema[]; type?: string };

/** Where in a body text may stand: paths of names. */
export function textsIn(schema: Schema, path: string[] = []): string[][] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => textsIn(one, [...path, name]));
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => textsIn(one, path));
  return [...(schema.type === 'string' ? [path] : []), ...inside, ...either];
}

export const withText = (body: unknown, [name = '', ...rest]: string[]): unknown => ({
  ...(body as object),
  [name]: rest.length > 0 ? withText((body as Record<string, unknown> | undefined)?.[name], rest) : canary,
});
