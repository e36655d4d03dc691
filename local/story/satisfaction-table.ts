import { styleText } from 'node:util';
import type { Figures } from '../../functions/report/measure.ts';
import type { Purpose } from '../../functions/report/report.ts';
import type { Measure, Satisfaction, Told } from '../../functions/report/satisfaction.ts';

const width = 32;
const titles: Record<Purpose, string> = {
  transactional: 'satisfaction after cases',
  relationship: 'how customers see the bank',
  'after-recovery': 'satisfaction after a call back',
};

/** What customers said, for a terminal: bars for how far it came, and each figure with how sure it is. */
export function satisfactionTable({ from, to, timeZone, purpose, total, groups = [] }: Satisfaction): string {
  const title = styleText('bold', `  ${titles[purpose]}, ${from} to ${to}`);
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
  const rate = responseRate
    ? [`response rate ${percent(responseRate.value)} (${percent(low)} to ${percent(high)})`]
    : [];
  const scores = measures.filter(({ measure }) => measure.split(':').length === 2);
  const few = scores.flatMap((one) =>
    'tooFewAnswers' in one ? [`${one.kind}: ${one.n} answered, too few to tell`] : [],
  );
  const told = scores.flatMap((one) => ('tooFewAnswers' in one ? [] : [whisker(one)]));
  return [styleText('dim', [...rate, ...few].join(' · ')), ...told].join('\n    ');
}

/** The figure on its scale, between the ends of its interval. */
function whisker({ kind, nps, mean, from, to }: Extract<Measure, Figures>): string {
  const { n, value, interval } = nps ?? mean;
  const [least, most] = nps ? [-100, 100] : [from, to];
  const at = (point: number) => Math.round(((width - 1) * (point - least)) / (most - least));
  const [low, middle, high] = [at(interval[0]), at(value), at(interval[1])];
  const line = Array.from({ length: width }, (_, i) => {
    if (i === middle) return styleText(['green', 'bold'], '●');
    if (i === low || i === high) return styleText('green', i === low ? '├' : '┤');
    return i > low && i < high ? styleText('green', '─') : styleText('dim', '·');
  });
  const figure = (number: number) => number.toFixed(nps ? 0 : 2);
  const sure = `${figure(interval[0])} to ${figure(interval[1])}, n = ${n}`;
  return `${kind.padEnd(10)} ${line.join('')} ${styleText('bold', figure(value).padStart(5))}  ${styleText('dim', sure)}`;
}
