import type { ApiEvent } from '../../functions/shared/api.ts';
import { brokenPromise } from '../../local/contract/check-answer.ts';
import { contractOf, hasContract } from '../../local/contract/promised-route.ts';

type Reply = {
  statusCode?: number | undefined;
  body?: string | undefined;
  headers?: Record<string, unknown> | undefined;
};
type Handler = ((event: ApiEvent) => Promise<Reply>) & { shape?: unknown };

/** A handler whose every answer, in whatever test, is held against the contract of its route. */
export function keepsContract(entry: string, handler: Handler): Handler {
  if (!hasContract({ entry })) return handler; // test/contract says so by name
  const checked = async (event: ApiEvent) => {
    const reply = await handler(event);
    const { statusCode: status = 0, body: text = '', headers } = reply;
    const broken = brokenPromise(await contractOf({ entry }), { status, text, headers });
    if (broken)
      throw new Error(`functions/${entry}.api.ts ${broken}; functions/${entry}.contract.ts says what it promises`);
    return reply;
  };
  return Object.assign(checked, { shape: handler.shape });
}
