import { styleText } from 'node:util';
import type { Satisfaction, Told } from '../../functions/report/satisfaction.ts';
import { hour } from '../../functions/shared/now.ts';
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

const width = 32;

function satisfactionTable({ from, to, timeZone, total, groups = [] }: Satisfaction): string {
  const title = styleText('bold', `  satisfaction after cases, ${from} to ${to}`);
  const rows: [string, Told][] = [['all', total], ...groups.map(({ group, ...told }): [string, Told] => [group, told])];
  return ['', `${title}  ${styleText('dim', timeZone)}`, ...rows.flatMap(([name, told]) => block(name, told)), ''].join(
    '\n',
  );
}

const steps = ['invited', 'delivered', 'started', 'answered'] as const;

function block(name: string, told: Told): string[] {
  const bars = steps.map((step) => {
    const filled = told.invited > 0 ? Math.round((width * told[step]) / told.invited) : 0;
    const bar = styleText('green', '█'.repeat(filled)) + styleText('dim', '░'.repeat(width - filled));
    return `    ${step.padEnd(10)} ${bar} ${String(told[step]).padStart(5)}`;
  });
  return ['', `  ${styleText('cyan', name)}`, ...bars, `    ${sentence(told)}`];
}

function sentence({ responseRate, measures }: Told): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const [low = 0, high = 0] = responseRate?.interval ?? [];
  const rate = responseRate ? `response rate ${percent(responseRate.value)} (${percent(low)} to ${percent(high)})` : '';
  const scores = measures
    .filter(({ measure }) => measure.split(':').length === 2)
    .map((one) =>
      'tooFewAnswers' in one
        ? `${one.kind}: ${one.n} answered, too few to tell`
        : `${one.kind}: mean ${one.mean.value.toFixed(2)} (${one.mean.interval.map((end) => end.toFixed(2)).join(' to ')}), n = ${one.n}`,
    );
  return styleText('dim', [rate, ...scores].filter(Boolean).join(' · '));
}
