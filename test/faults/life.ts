import { invariants } from './invariants/all.ts';
import type { Life } from './invariants/invariant.ts';
import { work } from './people/agent.ts';
import { type Customer, customer, fillTables, teams } from './people/bank.ts';
import { type Report, report } from './people/client.ts';
import { answerSurvey } from './people/reader.ts';
import { talk } from './people/talker.ts';
import { reportMails } from './simulator/mail-events.ts';
import { startSweeps } from './simulator/sweeps.ts';
import type { World } from './simulator/world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Story = {
  customers: readonly Customer[];
  /** When, after the start, who reports what (milliseconds). */
  reports: readonly (Report & { after: number })[];
  /** How often somebody looks at the tasks of their team. */
  every: readonly [number, number];
  /** Whether customers answer surveys; a test may want to do that itself. */
  answers?: boolean;
  /** When the faults are over, after the start. */
  calmAfter: number;
};
export type Outcome = { steps: number; life: Life };

/** After the last fault: retries, a few looks of people at their lists, and a survey to its end. */
const SETTLES_WITHIN = 40 * day;

/** Plays a story in a world to its end, every invariant watching every step. */
export async function live(world: World, story: Story): Promise<Outcome> {
  const life: Life = {
    customers: story.customers,
    accepted: [],
    answers: [],
    alarms: [],
    calmAt: world.clock.now() + story.calmAfter + hour,
  };
  const { clock, watchers, events, dead, truth, fail } = world;
  fillTables(world, story.customers);
  for (const { name, watch } of invariants) watchers.push(watch(world, life, (why) => fail(name, why)));
  startSweeps(world);
  const fates = new Map(story.customers.map(({ id, mail }) => [`${id}@example.com`, mail]));
  reportMails(world, ({ to }) => fates.get(to) ?? 'arrives');

  let underWay = story.reports.length;
  for (const one of story.reports) {
    clock.after(one.after, async () => {
      const { status, text, body } = await report(world, one);
      const { caseId = '' } = (body ?? {}) as { caseId?: string };
      if (status <= 201) life.accepted.push({ report: one, text, caseId });
      else if (status < 500) fail('I1 one case for each report', `a report was refused: ${status} ${text}`);
      if (caseId) await talk(world, one.customer, caseId);
      underWay--;
    });
  }
  watchers.push({
    mailed(mail) {
      if (!mail.letter.startsWith('survey') || story.answers === false) return;
      underWay++;
      void answerSurvey(world, mail, (answer) => life.answers.push(answer)).then(() => underWay--);
    },
  });
  const calm = clock.now() + story.calmAfter;
  const manner = () => ({
    every: clock.now() < calm ? story.every : ([hour, 10 * hour] as const),
    retries: clock.now() < calm ? 0.6 : 0.8,
  });
  for (const { team, manager, members } of teams)
    for (const id of [manager, ...members]) void work(world, id, team, manner);
  clock.at(calm + hour, () => {
    for (const { entry, payload } of dead.splice(0)) {
      const again = entry.endsWith('.stream') ? { Records: payload } : payload;
      events.send(entry, again);
    }
  });

  const closed = () => [...truth.cases.values()].every(({ current }) => current.status === 'closed');
  const done = () =>
    underWay === 0 && clock.now() > calm + 2 * hour && closed() && world.idle() && world.running().length === 0;
  const steps = await world.run({ done, until: calm + SETTLES_WITHIN });
  if (world.broken.length === 0) for (const watcher of watchers) watcher.settled?.();
  return { steps, life };
}

export { customer };
