import { AsyncLocalStorage } from 'node:async_hooks';
import { type SurveyRules, shippedRules } from '../../functions/survey/survey-rules.ts';
import { MovableClock } from '../../local/clock.ts';
import { type Laptop, seedLaptop, startLaptop } from '../../local/laptop.ts';
import { meterTables, type Units } from './meter-tables.ts';
import { customer, playReference, prepareReference } from './reference-case.ts';

export type Spent = Units & { invocations: number };
export type Bill = {
  /** What each function took, by its entry. */
  spent: [entry: string, Spent][];
  transitions: number;
  mails: { toCustomers: number; toColleagues: number };
};

/** What the reference case costs, counted while the real code plays it on the local cloud. */
export async function measureBill(letter: SurveyRules['letter']): Promise<Bill> {
  const spent = new Map<string, Spent>();
  const caller = new AsyncLocalStorage<string>();
  let counting = false;
  const accountOf = (entry: string) => {
    const account = spent.get(entry) ?? { calls: 0, read: 0, written: 0, invocations: 0 };
    spent.set(entry, account);
    return account;
  };
  const laptop = await startLaptop({
    clock: new MovableClock({ start: Date.parse('2026-03-02T08:00:00Z') }),
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
  if (letter !== shippedRules.letter)
    await (await laptop.as('admin')).put('/policies/survey-rules', { ...shippedRules, letter });
  await laptop.clock.settle();

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
  const toCustomers = mails.filter(({ to }) => to.some((one) => one.includes(customer.email))).length;
  const transitions = await transitionsOf(laptop, caseId);
  await laptop.cloud.stop();
  return { spent: [...spent], transitions, mails: { toCustomers, toColleagues: mails.length - toCustomers } };
}

async function transitionsOf({ cloud: { engine } }: Laptop, of: string): Promise<number> {
  let entered = 0;
  for (const { beginning } of engine
    .listStateMachines()
    .items.flatMap(({ arn }) => engine.listExecutions({ stateMachineArn: arn, maxResults: 1000 }).items)) {
    if (!beginning.name.startsWith(of)) continue;
    const { items } = await engine.getExecutionHistory({ executionArn: beginning.arn, maxResults: 1000 });
    entered += items.filter(({ type }) => type.endsWith('StateEntered')).length;
  }
  return entered;
}
