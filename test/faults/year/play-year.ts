import { invariants } from '../invariants/all.ts';
import type { Life } from '../invariants/invariant.ts';
import { type Customer, customer, fillInBank, fillInCustomer } from '../people/bank.ts';
import { type Report, report } from '../people/client.ts';
import { type Errands, startErrands } from '../people/errands.ts';
import { answerSurveys } from '../people/reader.ts';
import { changeMinds, none } from '../people/second-thoughts.ts';
import type { Chance } from '../simulator/chance.ts';
import { definitions } from '../simulator/machines.ts';
import { reportMails } from '../simulator/mail-events.ts';
import { calm } from '../simulator/plan.ts';
import { loadRuntime } from '../simulator/runtime.ts';
import { startSweeps } from '../simulator/sweeps.ts';
import { type Broken, createWorld, START, type World } from '../simulator/world.ts';
import { workOnTasks } from './work-on-tasks.ts';

const day = 86_400_000;

/** What happened in a year of one bank. */
export type Year = {
  cases: number;
  events: number;
  steps: number;
  /** By the kind of letter. */
  mails: Record<string, number>;
  reminders: number;
  /** Cases with something that a department had to look into. */
  investigated: number;
  answered: number;
  reopened: number;
  stuck: number;
  broken: Broken[];
};

/** A year in which so many cards are lost, played without faults and at full speed, every invariant watching. */
export async function playYear({ seed, cases }: { seed: number; cases: number }): Promise<Year> {
  const world = createWorld(await loadRuntime(), { seed, plan: calm, machines: definitions() });
  const customers = Array.from({ length: cases }, (_, n) => somebody(world.chance, seed, n));
  const life: Life = { customers, accepted: [], answers: [], calmAt: START };
  fillInBank(world);
  for (const { name, watch } of invariants) world.watchers.add(watch(world, life, (why) => world.fail(name, why)));
  const sweeps = startSweeps(world, { counts: 7 * day });
  const fates = new Map(customers.map(({ id, mail }) => [`${id}@example.com`, mail]));
  reportMails(world, ({ to }) => fates.get(to) ?? 'arrives');
  workOnTasks(world);
  const { errands, allDone } = startErrands(world);
  changeMinds(errands, { ...none, reopen: 0.03, reopens: Number.POSITIVE_INFINITY });
  loseCards(errands, life);
  answerSurveys(errands, life.answers);
  const over = allOver(world);
  const done = () => allDone() && over() && sweeps.idle();
  const steps = await world.run({ done, until: START + 500 * day });
  if (world.broken.length === 0) for (const settled of world.watchers.settled) settled();
  return summary(world, steps);
}

/** Of ten customers seven have only what they paid themselves. */
const nothing: [][] = [[], [], [], [], [], [], []];

function somebody(chance: Chance, seed: number, n: number): Customer {
  return customer(`y${seed}n${n}`, {
    suspicious: chance.pick([...nothing, ['fraud'], ['disputes'], ['fraud', 'disputes']]),
    mail: chance.pick(['arrives', 'arrives', 'arrives', 'arrives', 'arrives', 'arrives', 'none', 'bounces']),
  });
}

/** Each customer reports a lost card some day of the year. */
function loseCards({ world, during }: Errands, life: Life): void {
  const { clock, chance } = world;
  const lose = async (customer: Customer): Promise<void> => {
    fillInCustomer(world, customer);
    const lost: Report = { customer, subject: customer.cards[0] ?? '', channel: 'app', key: customer.id };
    const { status, text, body } = await report(world, lost);
    if (status !== 201) world.fail('I1 one case for each report', `a report was refused: ${status} ${text}`);
    life.accepted.push({ report: lost, text, caseId: (body as { caseId: string }).caseId });
  };
  for (const one of life.customers) during(clock.sleep(chance.between(0, 365 * day)).then(() => lose(one)));
}

/** Whether every case is closed that was opened, or taken up again, and nothing goes on any more. */
function allOver(world: World): () => boolean {
  let open = 0;
  world.watchers.add({
    wrote(_, event) {
      if (event?.fact.kind === 'case-opened' || event?.fact.kind === 'case-reopened') open++;
      if (event?.fact.kind === 'case-closed') open--;
    },
  });
  return () => open === 0 && world.idle() && world.running().length === 0 && world.truth.openTasks().length === 0;
}

function summary(world: World, steps: number): Year {
  const known = [...world.truth.cases.values()];
  const events = known.flatMap((one) => one.events);
  const count = (kind: string) => events.filter(({ fact }) => fact.kind === kind).length;
  const mails: Record<string, number> = {};
  for (const { letter } of world.post.mails) mails[letter] = (mails[letter] ?? 0) + 1;
  return {
    ...{ steps, mails, cases: known.length, events: events.length, broken: world.broken },
    reminders: count('reminder-sent'),
    investigated: known.filter(({ events }) => events.some(({ fact }) => fact.kind === 'investigation-opened')).length,
    answered: count('survey-answered'),
    reopened: known.filter(({ current }) => current.cycle > 1).length,
    stuck: known.filter(({ current }) => current.status !== 'closed').length + world.running().length,
  };
}
