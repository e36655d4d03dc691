import type { SteppingClock } from './clock.ts';
import type { Functions } from './lambda.ts';
import type { Plan } from './plan.ts';

type Surroundings = {
  clock: SteppingClock;
  plan: Plan;
  functions: Functions;
  givenUp(entry: string, payload: unknown): void;
};

const PAUSES = [60_000, 120_000]; // Lambda's own, between the tries of an asynchronous invocation

/** The event bus and the scheduler: at least once, up to three tries, and what keeps failing is a dead letter. */
export function startEvents({ clock, plan, functions, givenUp }: Surroundings) {
  let underWay = 0;

  async function attempts(entry: string, payload: unknown): Promise<void> {
    underWay++;
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

  return {
    send(entry: string, payload: unknown): void {
      const deliver = () => void attempts(entry, payload);
      clock.after(plan.delay(5, 2_000), deliver);
      if (plan.again(`event ${entry}`)) clock.after(plan.delay(5, 600_000), deliver);
    },
    idle: () => underWay === 0,
  };
}
