import type { Contract } from '../../functions/contract/contract.ts';

type Answered = { status: number; text: string; headers?: Record<string, unknown> | undefined };

/** What an answer has that its contract does not promise, or the other way round; nothing when it keeps it. */
export function brokenPromise(contract: Contract, { status, text, headers }: Answered): string | undefined {
  if (status >= 400 && !contract.answers[status]) return undefined; // a problem has its own form
  if (status === 304 && !text) return undefined; // whoever asks knows the answer already
  const promised = contract.answers[status];
  if (!promised) return `answers ${status}, which the contract does not know`;
  const type = String(headers?.['content-type'] ?? 'application/json').split(';')[0];
  if (type === promised.type || type === promised.orType) return undefined;
  if (type !== 'application/json') return `answers ${status} with ${type}, which the contract does not know`;
  if (!promised.body) return text ? `answers ${status} with a body, where the contract has none` : undefined;
  const read = promised.body.safeParse(JSON.parse(text || 'null'));
  if (read.success) return undefined;
  const issues = read.error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}` : '';
    const inside = issue.code === 'invalid_union' ? ` ${JSON.stringify(issue.errors).slice(0, 500)}` : '';
    return `${issue.path.join('.') || 'body'}: ${issue.code}${keys}${inside}`;
  });
  return `answers ${status} with what the contract does not say: ${issues.join('; ')}`;
}
