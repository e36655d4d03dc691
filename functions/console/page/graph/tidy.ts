// Whoever has one may answer in the name of a person, so it is shown to nobody.
const secret = new Set(['taskToken', 'TaskToken']);

/** JSON as people read it, also the JSON that stands as a text within; what is none stays as it is. */
export function tidy(text: string): string {
  const value = parsed(text);
  if (value === undefined) return text;
  if (isError(value)) return value.errorMessage;
  return JSON.stringify(open(value), null, 2);
}

/** What a function that failed tells of it. */
const isError = (value: unknown): value is { errorMessage: string } =>
  typeof value === 'object' && value !== null && 'errorMessage' in value && typeof value.errorMessage === 'string';

function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value === 'string') return open(parsed(value)) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, secret.has(name) ? '…' : open(one)]));
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
