import { listeners } from '../../../infra/listeners.ts';
import { matches, readPattern } from '../../../local/cloud/event-pattern.ts';
import type { Json } from '../../../local/cloud/json.ts';
import type { SteppingClock } from './clock.ts';
import type { Functions } from './lambda.ts';
import type { Plan } from './plan.ts';
import { CONFIGURATION_SET, machineArn } from './rows.ts';

type Surroundings = {
  clock: SteppingClock;
  plan: Plan;
  functions: Functions;
  givenUp(entry: string, payload: unknown): void;
};
export type BusEvent = { source: string; 'detail-type': string; detail: object };

const PAUSES = [60_000, 120_000]; // Lambda's own, between the tries of an asynchronous invocation

// The rules of the stack, from the same rows.
const rules = Object.values(listeners).map(({ entry, told }) => {
  const { detailType, ...pattern } = told({ machineArn, configurationSetName: CONFIGURATION_SET }) as {
    detailType?: string[];
  };
  return { entry, pattern: readPattern({ ...pattern, ...(detailType && { 'detail-type': detailType }) } as Json) };
});

/** The event bus: tells whoever has a rule for it, at least once, up to three tries; what keeps failing is a dead letter. */
export function startEvents({ clock, plan, functions, givenUp }: Surroundings) {
  let underWay = 0;

  async function attempts(entry: string, payload: unknown): Promise<void> {
    for (let tried = 0; ; tried++) {
      const answer = await functions.invoke(entry, payload);
      if (!('error' in answer)) break;
      const pause = PAUSES[tried];
      if (pause === undefined) {
        givenUp(entry, payload);
        break;
      }
      await clock.sleep(pause);
    }
    underWay--;
  }

  function deliver(entry: string, payload: unknown, longest: number): void {
    underWay++;
    clock.after(plan.delay(5, longest), () => void attempts(entry, payload));
  }

  function send(entry: string, payload: unknown): void {
    deliver(entry, payload, 2_000);
    if (plan.again(`event ${entry}`)) deliver(entry, payload, 600_000);
  }

  return {
    send,
    /** Something happened: whoever wants to know is told. */
    tell(event: BusEvent): void {
      for (const { entry, pattern } of rules) if (matches(pattern, event)) send(entry, event);
    },
    idle: () => underWay === 0,
  };
}
