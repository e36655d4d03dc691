import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod/mini';
import { AccountServiceUnavailable } from '../shared/errors.ts';
import { log } from '../shared/log.ts';
import { type Attempt, readAnswer } from './bank-answer.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { type RetryBudget, retryBudget } from './retry-budget.ts';
import { type BankRequest, signRequest } from './sign-request.ts';
import type { SigningKeys } from './signing-key-store.ts';

export type Question<T> = {
  method: BankRequest['method'];
  /** Below the address of the bank, with a slash at its start. */
  path: string;
  /** What a 200 has to look like; without it the answer is a 204. */
  answer?: z.core.$ZodType<T>;
  /** The same for each repetition, so that the bank may tell them from another request. */
  idempotencyKey?: string;
};

export type BankLine = {
  url: string;
  keys: SigningKeys;
  circuit: CircuitBreaker;
  /** Milliseconds: how long an answer may take, the shortest pause between two attempts, and the longest. */
  patience?: { answer: number; pause: number; longestPause: number };
};

const ATTEMPTS = 3;
const PATIENCE = { answer: 3000, pause: 100, longestPause: 2000 };

/** Asks the bank over HTTP: signed, bounded in time, repeated within a budget, and not at all while it is known to be down. */
export function bankClient({ url, keys, circuit, patience = PATIENCE }: BankLine) {
  const budget = retryBudget();
  const attempt = attemptAt(url, keys, patience.answer);

  /** `undefined` when the bank does not know what was asked for. @throws AccountServiceUnavailable */
  return async function ask<T>(question: Question<T>): Promise<{ value: T } | undefined> {
    await circuit.mayAsk();
    const last = await repeat(() => attempt(question), budget, patience);
    if (last.kind === 'again' && last.bankIsIll) await circuit.failed();
    else await circuit.succeeded();
    if (last.kind === 'answered') return { value: last.value };
    if (last.kind === 'unknown') return undefined;
    const why = last.kind === 'refused' ? `status ${last.status}` : last.kind === 'again' ? last.why : 'status 401';
    log.warn('BANK_DID_NOT_ANSWER', { method: question.method, why });
    throw new AccountServiceUnavailable(why);
  };
}
export type AskBank = ReturnType<typeof bankClient>;

/** One attempt; with a key the bank no longer knows, one more with the key as it is now. */
const attemptAt = (url: string, keys: SigningKeys, timeLimit: number) =>
  async function attempt<T>(question: Question<T>, freshKey = false): Promise<Attempt<T>> {
    const { method, path, answer, idempotencyKey } = question;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    const key = await keys.current(freshKey);
    const request = signRequest({ method, url: `${url}${path}`, headers }, key, new Date());
    try {
      const signal = AbortSignal.timeout(timeLimit);
      const response = await fetch(request.url, { method, headers: request.headers, redirect: 'error', signal });
      const read = await readAnswer(response, answer);
      return read.kind === 'not-our-key' && !freshKey ? await attempt(question, true) : read;
    } catch (error) {
      const why = error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection';
      return { kind: 'again', why, bankIsIll: true };
    }
  };

async function repeat<T>(
  attempt: () => Promise<Attempt<T>>,
  budget: RetryBudget,
  { pause: shortest, longestPause }: NonNullable<BankLine['patience']>,
): Promise<Attempt<T>> {
  for (let made = 1; ; made++) {
    const outcome = await attempt();
    if (outcome.kind !== 'again') {
      budget.giveBack();
      return outcome;
    }
    const wait = outcome.wait ?? Math.random() * shortest * 2 ** made; // full jitter: callers do not come back in step
    if (made >= ATTEMPTS || wait > longestPause || !budget.take()) return outcome;
    await pause(wait);
  }
}
