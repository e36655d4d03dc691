import { AsyncLocalStorage } from 'node:async_hooks';
import { MovableClock } from '../local/clock.ts';
import { seedLaptop, startLaptop } from '../local/laptop.ts';
import { meterTables, type Units } from './bill/meter-tables.ts';
import { invocationGigabyteSeconds, prices } from './bill/prices.ts';
import { playReference, prepareReference } from './bill/reference-case.ts';
import { printTable } from './table.ts';

// npm run bench -- bill: what the reference case costs, counted while the real code plays it on the local cloud
const spent = new Map<string, Units & { invocations: number }>();
const caller = new AsyncLocalStorage<string>();
let counting = false;

const accountOf = (entry: string) => {
  const account = spent.get(entry) ?? { calls: 0, read: 0, written: 0, invocations: 0 };
  spent.set(entry, account);
  return account;
};

const clock = new MovableClock({ start: Date.parse('2026-03-02T08:00:00Z') });
const laptop = await startLaptop({
  clock,
  meter: {
    tables(tables, call) {
      const counted = meterTables(tables, call, () => accountOf(caller.getStore() ?? ''));
      return (operation, body) => (caller.getStore() ? counted : call)(operation, body);
    },
    invoke({ properties: { Description: entry = '' } }, run) {
      if (!counting) return caller.exit(run);
      accountOf(entry).invocations++;
      return caller.run(entry, run);
    },
  },
});
await seedLaptop(laptop);
await prepareReference(laptop);
await clock.settle();

counting = true;
const began = laptop.cloud.inbox.messages().length;
const caseId = await playReference(laptop, async (look) => {
  counting = false;
  const seen = await look();
  counting = true;
  return seen;
});
counting = false;
const mails = laptop.cloud.inbox.messages().slice(began);
const transitions = await transitionsOf(caseId);
await laptop.cloud.stop();

const bySchedule = ([entry]: [string, unknown]) => entry.endsWith('.schedule');
const ofCase = [...spent].filter((one) => !bySchedule(one));
const sumOf = (accounts: typeof ofCase, what: keyof (Units & { invocations: number })) =>
  accounts.reduce((sum, [, account]) => sum + account[what], 0);
const invocations = sumOf(ofCase, 'invocations');
const requests = sumOf(
  ofCase.filter(([entry]) => entry.endsWith('.api')),
  'invocations',
);
const cost = {
  'Step Functions': transitions * prices.transition,
  Lambda: invocations * (prices.invocation + invocationGigabyteSeconds * prices.gigabyteSecond),
  DynamoDB: sumOf(ofCase, 'written') * prices.writeUnit + sumOf(ofCase, 'read') * prices.readUnit,
  'API Gateway': requests * prices.request,
  SES: mails.length * prices.mail,
};
const total = Object.values(cost).reduce((sum, one) => sum + one, 0);
const dollars = (amount: number) => `$${(amount * 1000).toFixed(3)}`;
printTable('The reference case: 3 accounts, 2 cards, 1 dispute, 1 triage, 3 reminders of each, survey answered', [
  ['state transitions', transitions, '≤ 12', transitions <= 12],
  ['invocations', invocations],
  ['of them requests of clients and of the survey page', requests],
  ['write units', sumOf(ofCase, 'written')],
  ['read units', sumOf(ofCase, 'read')],
  ['mails', mails.length],
  ...Object.entries(cost).map(([what, amount]): [string, string] => [`1,000 cases: ${what}`, dollars(amount)]),
  ['1,000 cases: list price', dollars(total), '≤ $0.60', total * 1000 <= 0.6],
]);

printTable(
  'Where the units go: invocations, read and write units of each function',
  ofCase
    .sort(([, a], [, b]) => b.written - a.written)
    .map(([entry, { invocations: times, read, written }]) => [entry, `${times} × ${read} + ${written}`]),
);
printTable(
  'What the clock costs beside it, with one case open: a sweep',
  [...spent]
    .filter(bySchedule)
    .map(([entry, { invocations: times, read, written }]) => [
      entry,
      `${(read / times).toFixed(1)} + ${(written / times).toFixed(1)}`,
    ]),
);

async function transitionsOf(of: string): Promise<number> {
  let entered = 0;
  for (const { beginning } of laptop.cloud.engine
    .listStateMachines()
    .items.flatMap(({ arn }) => laptop.cloud.engine.listExecutions({ stateMachineArn: arn, maxResults: 1000 }).items)) {
    if (!beginning.name.startsWith(of)) continue;
    const { items } = await laptop.cloud.engine.getExecutionHistory({ executionArn: beginning.arn, maxResults: 1000 });
    entered += items.filter(({ type }) => type.endsWith('StateEntered')).length;
  }
  return entered;
}
