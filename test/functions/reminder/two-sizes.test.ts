import { expect, test } from 'vitest';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { dueListStore } from '../../../functions/case/due-list-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { day, after as later } from '../../../functions/shared/now.ts';
import { sideBySide } from '../../../functions/shared/side-by-side.ts';
import { monday } from '../../support/given.ts';
import { mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { startTables, tableNames } from '../../support/tables.ts';

// A sweep asks an index for what is due, so it reads the same however much there is that is not.

// A million takes minutes: OPEN_TASKS=1000000 npx vitest run test/functions/reminder/two-sizes.test.ts
const MANY = Number(process.env.OPEN_TASKS ?? 20_000);
const tables = startTables();

/** Open tasks in the lists, none of them due for a day. */
async function undue(from: number, to: number): Promise<void> {
  const batches = Array.from({ length: (to - from) / 25 }, (_, index) => from + index * 25);
  await sideBySide(batches, async (start) => {
    const requests = Array.from({ length: 25 }, (_, index) => {
      const name = `case_${String(start + index).padStart(26, '0')}`;
      const dueAt = later(monday, day + start + index);
      const task = {
        taskId: `${name}.1.triage`,
        kind: 'triage',
        team: 'cards',
        status: 'open',
        openedAt: monday,
        dueAt,
      };
      const row = JSON.stringify({ seq: 1, task: { ...task, reminded: 0 } });
      const due = { dueList: { S: 'reminders#ground' }, dueAt: { S: dueAt } };
      return { PutRequest: { Item: { pk: { S: name }, sk: { S: task.taskId }, row: { S: row }, ...due } } };
    });
    await tables.call('BatchWriteItem', JSON.stringify({ RequestItems: { [tableNames.CASE_VIEWS_TABLE]: requests } }));
  });
}

/** What a sweep asks the tables, and how many rows it is handed. */
async function reads(at = monday): Promise<{ calls: string[]; rows: number }> {
  const calls: string[] = [];
  let rows = 0;
  const send = async (command: { constructor: { name: string } }) => {
    calls.push(command.constructor.name);
    const answer = (await tables.db.send(command as never)) as { Items?: unknown[] };
    rows += answer.Items?.length ?? 0;
    return answer;
  };
  const db = { send } as unknown as typeof tables.db;
  const views = { ...caseViewStore(db, 'case-views'), ...dueListStore(db, tableNames.CASE_VIEWS_TABLE) };
  const policies = policyStore(db, tableNames.POLICIES_TABLE);
  await remind({ ...mailWorld(db, postOffice()), views, policies }, at);
  return { calls, rows };
}

test('a sweep over many open tasks reads what one over a thousand does', async () => {
  await undue(0, 1000);
  const few = await reads();
  await undue(1000, MANY);
  const many = await reads();
  process.stdout.write(
    `reads of a sweep: ${few.calls.length} at 1,000 tasks, ${many.calls.length} at ${MANY.toLocaleString('en')}\n`,
  );
  expect(many).toEqual(few);
  expect(many.calls).toEqual(Array(5).fill('QueryCommand'));
  expect(many.rows).toBe(0);
  expect((await reads(later(monday, day + 500))).rows).toBeGreaterThanOrEqual(501);
}, 600_000);
