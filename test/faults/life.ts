import { invariants } from './invariants/all.ts';
import type { Life } from './invariants/invariant.ts';
import { work } from './people/agent.ts';
import { answerInApp } from './people/app-user.ts';
import { type Customer, customer, fillInBank, fillInCustomer, teams } from './people/bank.ts';
import { type Report, report } from './people/client.ts';
import { day, hour, startErrands } from './people/errands.ts';
import { stopRuns } from './people/operator.ts';
import { answerSurveys } from './people/reader.ts';
import { repeatRequests } from './people/repeater.ts';
import { decideApprovals } from './people/second-person.ts';
import { changeMinds, none, type Thoughts } from './people/second-thoughts.ts';
import { talk } from './people/talker.ts';
import { alone, type Teamwork, workTogether } from './people/teamwork.ts';
import { reportMails } from './simulator/mail-events.ts';
import { startSweeps } from './simulator/sweeps.ts';
import type { World } from './simulator/world.ts';

export type Story = {
  customers: readonly Customer[];
  /** When, after the start, who reports what (milliseconds). */
  reports: readonly (Report & { after: number })[];
  /** How often somebody looks at the tasks of their team. */
  every: readonly [number, number];
  /** Whether customers answer surveys; a test may want to do that itself. */
  answers?: boolean;
  /** How likely a customer is asked by their app, too. */
  inApp?: number;
  /** What people come to think of while their cases go their way; nothing, unless it says so. */
  thoughts?: Thoughts;
  /** What colleagues do with each other; everybody works alone, unless it says so. */
  teamwork?: Teamwork;
  /** Whether requests come again, and keys are used again. */
  repeats?: boolean;
  /** Whether cases and runs are held against each other now and then. */
  reconciles?: boolean;
  /** How often somebody stops a run that is needed. */
  stops?: number;
  /** When the faults are over, after the start. */
  calmAfter: number;
};
export type Outcome = { steps: number; life: Life };

/** After the last fault: retries, a few looks of people at their lists, second thoughts, and surveys to their end. */
const SETTLES_WITHIN = 120 * day;
/** A life has a thousand, and a hundred thousand where there are many cases. */
const MOST_STEPS = 1_000_000;

/** Plays a story in a world to its end, every invariant watching every step. */
export async function live(world: World, story: Story): Promise<Outcome> {
  const { clock, watchers, truth } = world;
  const calm = clock.now() + story.calmAfter;
  const life: Life = {
    customers: story.customers,
    accepted: [],
    answers: [],
    calmAt: calm + hour,
  };
  const { errands, allDone } = startErrands(world);
  const { during } = errands;
  fillInBank(world);
  for (const one of story.customers) fillInCustomer(world, one);
  for (const { name, watch } of invariants) watchers.add(watch(world, life, (why) => world.fail(name, why)));
  const sweeps = startSweeps(world, { reconciles: story.reconciles ?? false });
  const fates = new Map(story.customers.map(({ id, mail }) => [`${id}@example.com`, mail]));
  reportMails(world, ({ to }) => fates.get(to) ?? 'arrives');

  for (const one of story.reports) during(clock.sleep(one.after).then(() => reportAndTalk(world, life, one)));
  if (story.answers !== false) answerSurveys(errands, life.answers);
  answerInApp(errands, story.inApp ?? 0, life.answers);
  decideApprovals(errands);
  changeMinds(errands, story.thoughts ?? none);
  workTogether(errands, story.teamwork ?? alone);
  stopRuns(errands, story.stops ?? 0);
  if (story.repeats) repeatRequests(errands);
  const manner = () => ({
    every: clock.now() < calm ? story.every : ([hour, 10 * hour] as const),
    retries: clock.now() < calm ? 0.6 : 0.8,
  });
  for (const { team, manager, members } of teams)
    for (const id of [manager, ...members]) void work(world, id, team, manner);
  clock.at(calm + hour, () => deliverDeadLetters(world));

  const over = () => [...truth.cases.values()].every(({ current }) => current.status !== 'open');
  const quiet = () => truth.openTasks().length === 0 && world.running().length === 0 && world.idle() && sweeps.idle();
  const done = () => allDone() && clock.now() > calm + 2 * hour && over() && quiet();
  const steps = await world.run({ done, until: calm + SETTLES_WITHIN, most: MOST_STEPS });
  if (world.broken.length === 0) for (const settled of watchers.settled) settled();
  return { steps, life };
}

async function reportAndTalk(world: World, life: Life, one: Report): Promise<void> {
  const { status, text, body } = await report(world, one);
  const { caseId = '' } = (body ?? {}) as { caseId?: string };
  if (status <= 201) life.accepted.push({ report: one, text, caseId });
  else if (status < 500) world.fail('I1 one case for each report', `a report was refused: ${status} ${text}`);
  if (caseId) await talk(world, one.customer, caseId);
}

/** Somebody looks at what could not be handled, and lets it be handled again. */
function deliverDeadLetters({ dead, events }: World): void {
  for (const { entry, payload } of dead.splice(0))
    events.send(entry, entry.endsWith('.stream') ? { Records: payload } : payload);
}

export { customer };
