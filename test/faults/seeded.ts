import type { Story } from './life.ts';
import { type Customer, customer } from './people/bank.ts';
import { none, type Thoughts } from './people/second-thoughts.ts';
import { alone, type Teamwork } from './people/teamwork.ts';
import { Chance } from './simulator/chance.ts';
import { type CallFault, callFaults, type Plan, type TaskFault } from './simulator/plan.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const lambdaErrors = [
  'Lambda.ServiceException',
  'Lambda.TooManyRequestsException',
  'Lambda.SdkClientException',
  'Lambda.AWSLambdaException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
];
const machineErrors = ['StepFunctions.ThrottlingException', 'StepFunctions.AWSStepFunctionsException'];
// What the SDK does by itself, trying again what had succeeded, is the most common of all.
const likely: readonly CallFault[] = [...callFaults, 'twice'];
const likelyAtOnce: readonly CallFault[] = [...likely, 'in part'];
const refusals: readonly CallFault[] = ['throttled'];
const topics = ['charges', 'delay', 'service', 'staff'] as const;
const names = ['amir', 'bita', 'cora'];

/** What a seed stands for: who is there, what happens to them, and what goes wrong how often. */
export function fromSeed(seed: number): { story: Story; plan: (now: () => number) => Plan } {
  const chance = new Chance(seed ^ 0x5eed);
  const story = storyFrom(chance);
  const rate = chance.pick([0, 0.01, 0.03, 0.1, 0.3]);
  const kinds = chance.happens(0.2) ? refusals : likely;
  const skews = chance.pick([[0], [0, 0, 5_000, -5_000], [0, minute, -minute], [0, hour, -hour]]);
  const plan = (now: () => number): Plan => {
    const goesWrong = () => now() - start < story.calmAfter && chance.happens(rate);
    const start = now();
    let givenUp = false;
    return {
      onlyRefuses: kinds === refusals,
      call({ service, caller, operation }) {
        if (givenUp && caller.endsWith('.step')) {
          givenUp = false;
          return 'slow';
        }
        if ((kinds === refusals && service !== 'ses') || !goesWrong()) return undefined;
        return chance.pick(kinds === likely && operation === 'BatchGetItem' ? likelyAtOnce : kinds);
      },
      task({ stateName }) {
        const fault = goesWrong() ? taskFault(chance, stateName) : undefined;
        // What was given up because it takes long goes on for long, beside the next attempt.
        givenUp = fault?.when === 'after' && kinds !== refusals && chance.happens(0.5);
        return fault;
      },
      again: () => goesWrong(),
      delay: (least, most) => chance.between(least, most),
      lag: () => chance.between(10, 900),
      skew: () => (now() - start < story.calmAfter ? chance.pick(skews) : 0),
    };
  };
  return { story, plan };
}

function taskFault(chance: Chance, stateName: string): TaskFault {
  const ofMachine = stateName === 'Investigate' || stateName === 'Survey customer';
  return { error: chance.pick(ofMachine ? machineErrors : lambdaErrors), when: chance.pick(['before', 'after']) };
}

function storyFrom(chance: Chance): Story {
  const customers = names.slice(0, chance.pick([1, 1, 1, 2])).map((name) =>
    customer(name, {
      suspicious: chance.pick([[], ['fraud'], ['disputes'], ['fraud', 'disputes']] as const).slice(),
      mail: chance.pick(['arrives', 'arrives', 'arrives', 'none', 'bounces', 'complains'] as const),
      cards: name === 'bita' ? ['card_bita1', 'card_bita2'] : [`card_${name}1`],
    }),
  );
  const reports = customers.flatMap((one, index) => {
    const name = names[index] ?? '';
    const subject = chance.pick([`card_${name}1`, `card_${name}1`, `tx_${name}food`, chance.pick(topics)]);
    const subjects = new Set(chance.happens(0.2) ? [subject, chance.pick(topics)] : [subject]);
    return [...subjects].flatMap((what) => reportsOf(chance, one, what));
  });
  return {
    customers,
    reports,
    every: chance.pick([
      [10 * minute, 5 * hour],
      [hour, 3 * day],
      [2 * day, 6 * day],
    ] as const),
    calmAfter: chance.pick([hour, 3 * day, 25 * day]),
    thoughts: chance.happens(0.4) ? none : thoughtsFrom(chance),
    teamwork: chance.happens(0.5) ? alone : teamworkFrom(chance),
    repeats: chance.happens(0.4),
    reconciles: chance.happens(0.25),
    stops: chance.pick([0, 0, 0, 1, 2]),
    inApp: chance.pick([0, 0, 0.5]),
  };
}

/** Somebody reports the same up to three times; and an app sends what it sent before. */
function reportsOf(chance: Chance, customer: Customer, subject: string): Story['reports'] {
  const at = chance.between(0, 5) * minute;
  return Array.from({ length: chance.between(1, 3) }, (_, n) => ({
    customer,
    subject,
    channel: chance.pick(['app', 'web', 'phone'] as const),
    key: `${customer.id} ${subject} ${n}`,
    after: chance.pick([at, at, at + 300, at + hour, at + 3 * day]),
  })).flatMap((report) => (chance.happens(0.3) ? [report, { ...report, after: report.after + 200 }] : [report]));
}

/** Mostly one kind of thing in a life, sometimes all of them. */
function thoughtsFrom(chance: Chance): Thoughts {
  const likely = () => chance.pick([0, 0, 0.4, 0.9]);
  const [cancel, priority, wait, approval, close] = [likely() / 2, likely(), likely(), likely(), likely()];
  return { cancel, priority, wait, approval, close, reopen: likely(), reopens: chance.pick([1, 1, 2]) };
}

function teamworkFrom(chance: Chance): Teamwork {
  const likely = () => chance.pick([0, 0.2, 0.5]);
  return {
    cases: likely(),
    tasks: likely(),
    links: likely() * 2,
    letters: likely() * 2,
    absences: chance.pick([0, 0, 1, 3]),
  };
}
