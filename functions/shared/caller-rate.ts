import type { Caller, Scope } from './caller.ts';
import { TooManyRequests } from './protocol-errors.ts';

type Rate = { burst: number; perSecond: number };
type Bucket = { tokens: number; at: number };

// A customer's app asks a few times a minute; a colleague's many times; a service or a sweep of theirs still more.
const rates: Record<Scope, Rate> = {
  own: { burst: 60, perSecond: 1 },
  team: { burst: 600, perSecond: 20 },
  any: { burst: 1200, perSecond: 60 },
};
const MOST_CALLERS = 5_000;

/**
 * How often one caller may use one route, as one instance of its function sees it: nothing is written and nothing
 * read for it. Instances do not know of each other, so the whole is bounded by the gateway, and this keeps a single
 * caller from taking all of it.
 */
export function callerRate(now: () => number = Date.now) {
  const buckets = new Map<string, Bucket>();
  /** @throws TooManyRequests */
  return ({ id }: Caller, scope: Scope): void => {
    const { burst, perSecond } = rates[scope];
    const at = now();
    const { tokens, at: before } = buckets.get(id) ?? { tokens: burst, at };
    const there = Math.min(burst, tokens + (Math.max(0, at - before) / 1000) * perSecond);
    buckets.delete(id); // who comes now is the last to be forgotten
    buckets.set(id, { tokens: Math.max(0, there - 1), at });
    if (buckets.size > MOST_CALLERS) buckets.delete(buckets.keys().next().value as string);
    if (there < 1) throw new TooManyRequests(Math.ceil((1 - there) / perSecond));
  };
}
