import { caseRow } from '../../../functions/case/case-view.ts';
import { canonical } from '../../../functions/shared/chain.ts';
import { isOpen } from '../../../functions/task/task.ts';
import type { Item } from '../../../local/table/attribute.ts';
import { textIn } from '../simulator/text-in.ts';
import type { Invariant } from './invariant.ts';

const seqOf = (item: Item | undefined): number | undefined =>
  item?.seq && 'N' in item.seq ? Number(item.seq.N) : undefined;

const same = (known = 'null', value: object): boolean =>
  canonical(JSON.parse(known)) === canonical(JSON.parse(JSON.stringify(value)));

/** I6 and I7: after everything, each row of a list is what the history amounts to, and each list has all of them. */
export const views: Invariant = {
  name: 'I6 lists are the histories',
  watch: ({ truth, database }, _, fail) => ({
    wrote({ table, key, before, after }) {
      if (table !== 'case-views' || seqOf(after) === undefined) return;
      if ((seqOf(before) ?? 0) > (seqOf(after) ?? 0)) fail(`the row ${JSON.stringify(key)} went back in time`);
    },
    settled() {
      const table = database.table('case-views');
      for (const [caseId, { current }] of truth.cases) {
        const row = table.get({ pk: { S: caseId }, sk: { S: 'case' } });
        if (!same(textIn(row, 'row'), caseRow(current))) fail(`the row of ${caseId} is old`);
        for (const task of current.tasks) {
          const shown = table.get({ pk: { S: caseId }, sk: { S: task.taskId } });
          if (!same(textIn(shown, 'row'), { task })) fail(`the row of ${task.taskId} is old`);
          if (isOpen(task) !== (textIn(shown, 'teamList') === `tasks#${task.team}`))
            fail(`${task.taskId} is in the wrong list`);
        }
      }
      for (const status of ['open', 'closed', 'cancelled', 'merged']) {
        const cases = [...truth.cases.values()].filter(({ current }) => current.status === status).length;
        const listed = table.rows('byStatus').partition({ S: status }).length;
        if (listed !== cases) fail(`${cases} cases are ${status}, ${listed} are listed`);
      }
    },
  }),
};
