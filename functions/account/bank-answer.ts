import * as z from 'zod/mini';

/** What became of one attempt to ask the bank. `again`: it may help to repeat it, after `wait` milliseconds if given. */
export type Attempt<T> =
  | { kind: 'answered'; value: T }
  | { kind: 'unknown' }
  | { kind: 'again'; why: string; wait?: number; bankIsIll: boolean }
  | { kind: 'refused'; status: number }
  | { kind: 'not-our-key' };

const LONGEST_ANSWER = 1024 * 1024;

/** Reads an answer as the contract has it; whatever is not in the contract is the answer of a bank that is ill. */
export async function readAnswer<T>(response: Response, schema: z.core.$ZodType<T> | undefined): Promise<Attempt<T>> {
  const { status } = response;
  if (status === 200 && schema) return readBody(response, schema);
  await response.body?.cancel();
  if (status === 204 && !schema) return { kind: 'answered', value: undefined as T };
  if (status === 404) return { kind: 'unknown' };
  if (status === 401) return { kind: 'not-our-key' };
  const wait = retryAfter(response.headers);
  if (status === 409 || status === 429) return { kind: 'again', why: `status ${status}`, bankIsIll: false, ...wait };
  if (status >= 400 && status < 500) return { kind: 'refused', status };
  return { kind: 'again', why: `status ${status}`, bankIsIll: true, ...wait };
}

async function readBody<T>(response: Response, schema: z.core.$ZodType<T>): Promise<Attempt<T>> {
  const ill = (why: string): Attempt<T> => ({ kind: 'again', why, bankIsIll: true });
  const type = response.headers.get('content-type') ?? 'nothing';
  if (!/^application\/json\b/.test(type)) {
    await response.body?.cancel();
    return ill('an answer that is not JSON');
  }
  const text = await readUpTo(response, LONGEST_ANSWER);
  if (text === undefined) return ill('an answer that is too long');
  const read = z.safeParse(schema, json(text));
  if (read.success) return { kind: 'answered', value: read.data };
  return ill(`an answer against the contract at ${read.error.issues.map(({ path }) => path.join('.')).slice(0, 5)}`);
}

async function readUpTo(response: Response, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limit) return undefined; // leaving the loop cancels the rest
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfter(headers: Headers): { wait?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { wait: seconds * 1000 } : {};
}
