import { AccountServiceUnavailable } from '../shared/errors.ts';
import { log } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import { type Circuit, failed, mayAsk, probing, succeeded } from './circuit.ts';
import type { CircuitStore } from './circuit-store.ts';

export type CircuitBreaker = ReturnType<typeof circuitBreaker>;

// While all is well, one read for so long: an outage is noticed by everybody within it.
const TRUSTED_FOR = 2000;

/** Keeps a bank that is down from being asked, by any function, until somebody has seen it answer again. */
export function circuitBreaker(store: CircuitStore, now: () => Instant) {
  let seen: { circuit: Circuit; at: number } | undefined;

  async function current(fresh = false): Promise<Circuit> {
    if (seen && !fresh && Date.now() - seen.at < TRUSTED_FOR) return seen.circuit;
    const circuit = await store.load();
    seen = { circuit, at: Date.now() };
    return circuit;
  }

  async function become(next: Circuit): Promise<boolean> {
    const saved = await store.save(next);
    seen = saved ? { circuit: next, at: Date.now() } : undefined;
    return saved;
  }

  return {
    /** @throws AccountServiceUnavailable without asking the bank, while it is known to be down */
    async mayAsk(): Promise<void> {
      const circuit = await current();
      const answer = mayAsk(circuit, now());
      if (answer === 'yes') return;
      if (answer === 'probe' && (await become(probing(circuit, now())))) return;
      throw new AccountServiceUnavailable('it was down a moment ago');
    },

    async failed(): Promise<void> {
      const before = await current(true);
      const next = failed(before, now());
      if (next.openUntil && !before.openUntil) log.error('BANK_IS_DOWN', { failures: next.failures });
      await become(next);
    },

    async succeeded(): Promise<void> {
      const before = await current();
      const next = succeeded(before);
      if (next === before) return;
      log.info('BANK_IS_BACK');
      await become(next);
    },
  };
}
