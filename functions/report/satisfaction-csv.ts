import { type CsvValue, csv } from './csv.ts';
import type { Measure, Satisfaction, Told } from './satisfaction.ts';
import type { Estimate } from './scale.ts';

const estimates = ['mean', 'median', 'topBox', 'favourable', 'nps'] as const;
const head = [
  ...['from', 'to', 'timeZone', 'purpose', 'by', 'group', 'invited', 'delivered', 'started', 'answered', 'declined'],
  ...['responseRate', 'responseRateLow', 'responseRateHigh', 'measure', 'n', 'tooFewAnswers'],
  ...estimates.flatMap((name) => [name, `${name}Low`, `${name}High`]),
];

const three = (estimate?: Estimate): CsvValue[] =>
  estimate ? [estimate.value, ...estimate.interval] : [undefined, undefined, undefined];

/** One line for each group and measure, the whole first; a group without any answer has one line. */
export function satisfactionCsv({ from, to, timeZone, purpose, by, total, groups = [] }: Satisfaction): string {
  const linesOf = (group: string, told: Told): CsvValue[][] => {
    const { invited, delivered, started, answered, declined, responseRate, measures } = told;
    const asked = [from, to, timeZone, purpose, by ?? '', group, invited, delivered, started, answered, declined];
    const measured: (Measure | undefined)[] = measures.length > 0 ? measures : [undefined];
    return measured.map((one) => [...asked, ...three(responseRate), ...figures(one)]);
  };
  return csv(head, [...linesOf('all', total), ...groups.flatMap(({ group, ...told }) => linesOf(group, told))]);
}

function figures(one: Measure | undefined): CsvValue[] {
  if (!one) return [undefined, 0, 'yes', ...estimates.flatMap(() => three())];
  if ('tooFewAnswers' in one) return [one.measure, one.n, 'yes', ...estimates.flatMap(() => three())];
  return [one.measure, one.n, 'no', ...estimates.flatMap((name) => three(one[name]))];
}
