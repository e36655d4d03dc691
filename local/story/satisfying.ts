import type { Satisfaction } from '../../functions/report/satisfaction.ts';
import { hour } from '../../functions/shared/now.ts';
import { satisfactionTable } from './satisfaction-table.ts';
import type { StoryWorld } from './world.ts';

/** The report of satisfaction: how many were asked and answered, and nothing that would tell what one of them said. */
export async function satisfying({ chapter, tell, check, until, as, lines, laptop }: StoryWorld): Promise<void> {
  chapter('The answers come to a report');
  const cyrus = await as('cyrus');
  tell('The clock is moved by an hour: what is new is counted');
  await laptop.clock.advance(hour);
  const report = await until('the answer is counted', async () => {
    const { body } = await cyrus.get<Satisfaction>('/reports/satisfaction?by=type');
    return body.total.answered > 0 && body;
  });
  lines(satisfactionTable(report));
  const { invited, answered, measures } = report.total;
  check(`${answered} of ${invited} who were asked answered`, answered <= invited, report.total);
  check(
    'of so few answers no score is told: nobody can be found in a report',
    answered >= report.fewestAnswers || measures.every((one) => 'tooFewAnswers' in one),
    measures,
  );
  const table = await cyrus.get('/reports/satisfaction?by=type&format=csv');
  check('the same as a table', table.headers.get('content-type') === 'text/csv; charset=utf-8', table.status);
}
