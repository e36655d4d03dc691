import { styleText } from 'node:util';
import { timeGap, WishedTime } from '../../functions/survey/expectation.ts';
import type { CaseView, StoryWorld } from './world.ts';

/** What a customer hoped for when they reported, beside what they saw: the gap is what satisfaction means. */
export function expectedAndPerceived({ check, lines }: StoryWorld, { expected, survey }: CaseView): void {
  const chosen = (question: string) =>
    survey?.answers?.flatMap((one) => (one.question === question && one.kind === 'choice' ? one.choices : []))[0];
  const [took, cameOfIt] = [WishedTime.parse(chosen('took')), chosen('came-of-it')];
  const gap = timeGap(WishedTime.parse(expected?.time), took);
  const steps = gap === 0 ? 'as expected' : `${howMany(gap)} ${gap > 0 ? 'faster' : 'slower'}`;
  const outcome = cameOfIt === expected?.outcome ? 'as hoped' : 'not as hoped';
  lines(
    [
      '',
      styleText('dim', row('', 'expected', 'perceived', 'gap')),
      row('time', expected?.time, took, steps),
      row('outcome', expected?.outcome, cameOfIt, outcome),
      '',
    ].join('\n'),
  );
  check(`the gap between what was expected and what was perceived: ${steps}, and ${outcome}`, gap < 0, gap);
}

const howMany = (gap: number): string => (Math.abs(gap) === 1 ? 'one step' : `${Math.abs(gap)} steps`);

const row = (what: string, hoped = '', saw = '', is = ''): string =>
  `    ${what.padEnd(9)} ${hoped.padEnd(18)} ${saw.padEnd(18)} ${styleText('cyan', is)}`;
