import { seeded, uuidFrom } from './random.ts';
import type { Ticket } from './run.ts';

/** A task token names the execution and the call it belongs to; `secret` makes it impossible to guess. */
export type Token = { readonly arn: string; readonly number: number; readonly secret: string };

const writeToken = ({ arn, number, secret }: Token): string =>
  Buffer.from(JSON.stringify([arn, number, secret])).toString('base64');

export function readToken(text: string): Token | undefined {
  try {
    const [arn, number, secret] = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as unknown[];
    if (typeof arn !== 'string' || typeof number !== 'number' || typeof secret !== 'string') return undefined;
    return { arn, number, secret };
  } catch {
    return undefined;
  }
}

/** For a call of an execution: the same again, token and all, whenever the execution is run again. */
export function ticketFor(arn: string, seed: number, number: number): Ticket {
  const own = (purpose: number) => uuidFrom(seeded(seed ^ Math.imul(2 * number + purpose, 0x9e3779b1)));
  return {
    number,
    get uuid() {
      return own(0);
    },
    get token() {
      return writeToken({ arn, number, secret: own(1) });
    },
  };
}
