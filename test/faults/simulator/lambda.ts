import { functionError } from '../../../local/cloud/function-error.ts';
import type { Invocation } from '../../../local/cloud/function-runtime.ts';
import type { Json } from '../../../local/cloud/json.ts';
import type { Handler } from './bundle.ts';
import type { SteppingClock } from './clock.ts';
import type { Plan } from './plan.ts';

const TIME_LIMIT = 30_000;

export type Functions = {
  invoke(entry: string, payload: unknown): Promise<Invocation>;
  /** A new version is deployed: every function starts anew. */
  renew(): void;
};

/** Runs functions, each started at its first call. What one that was killed has begun nobody ends: its time runs out. */
export function createFunctions(
  start: (entry: string) => Handler,
  { clock, plan, logged }: { clock: SteppingClock; plan: Plan; logged(line: string): void },
): Functions {
  const warm = new Map<string, Handler>();
  function handlerOf(entry: string): Handler {
    const handler = warm.get(entry) ?? start(entry);
    warm.set(entry, handler);
    return handler;
  }

  async function run(entry: string, payload: unknown): Promise<Invocation> {
    try {
      const answer = await handlerOf(entry)(copied(payload), {});
      return { payload: copied(answer) as Json | undefined };
    } catch (thrown) {
      logged(JSON.stringify(asLogged(thrown)));
      return { error: functionError(thrown) };
    }
  }

  return {
    renew: () => warm.clear(),
    async invoke(entry, payload) {
      const wait = plan.delay(1, 60);
      if (wait > 0) await clock.sleep(wait);
      return new Promise((resolve) => {
        const error = { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 30.00 seconds', trace: [] };
        const inTime = clock.at(clock.now() + TIME_LIMIT, () => resolve({ error }));
        void run(entry, payload).then((ended) => {
          inTime();
          resolve(ended);
        });
      });
    },
  };
}

/** The runtime logs what a function throws, with its message and what it came from. */
const asLogged = (thrown: unknown): unknown =>
  thrown instanceof Error ? { ...thrown, ...functionError(thrown), cause: asLogged(thrown.cause) } : thrown;

/** What crosses the wire is JSON: the same as writing it and reading it again, without the text in between. */
export function copied(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => copied(one) ?? null);
  if ('toJSON' in value && typeof value.toJSON === 'function') return copied(value.toJSON());
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = copied(value[name as keyof typeof value]);
    if (inner !== undefined) copy[name] = inner;
  }
  return copy;
}
