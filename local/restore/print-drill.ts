import { styleText } from 'node:util';
import type { Drill } from './drill.ts';

const thousands = (count: number): string => count.toLocaleString('en');
const inTime = (milliseconds: number): string => styleText('dim', `${(milliseconds / 1000).toFixed(2).padStart(7)} s`);
const chapter = (number: number, title: string, took: number) =>
  `\n${styleText('bold', `${number}  ${title}`.padEnd(58))}${inTime(took)}`;
const holds = (sentence: string) => `   ${styleText('green', '✓')} ${sentence}`;
const fails = (sentence: string) => `   ${styleText('red', '✗')} ${sentence}`;

/** What was done, what was compared, and how long each took, for a person. */
export function printDrill({ exported, rebuilt, carriedOver, compared, chains, took }: Drill, folder: string): string {
  const all = exported.reduce((sum, { items }) => sum + items, 0);
  return [
    chapter(1, 'Everything is exported', took.export),
    ...exported.map(({ table, items }) => holds(`${table.padEnd(18)}${thousands(items).padStart(9)} items`)),
    styleText('dim', `     ${folder}`),
    chapter(2, 'All but the lists goes into empty tables', took.restore),
    holds(`${thousands(carriedOver)} tokens, claims and reports are carried over: no event has them`),
    chapter(3, 'The lists are made anew from the events', took.rebuild),
    holds(`${thousands(rebuilt.removed)} that should not be there removed first`),
    holds(`${thousands(rebuilt.cases)} cases and ${thousands(rebuilt.tasks)} tasks made`),
    chapter(4, 'Item by item, what is there is what was there', took.compare),
    ...compared.flatMap(({ table, items, differences }) =>
      differences.length === 0
        ? [holds(`${table.padEnd(18)}${thousands(items).padStart(9)} of ${thousands(items)} the same`)]
        : [
            fails(`${table.padEnd(18)}${thousands(differences.length).padStart(9)} differ`),
            ...differences
              .slice(0, 5)
              .map((one) => `       ${one.key} ${one.what}${one.in ? `: ${one.in.join(', ')}` : ''}`),
          ],
    ),
    chapter(5, 'Every chain holds', took.verify),
    ...chains.broken.map(fails),
    holds(
      `${thousands(chains.checked - chains.broken.length)} of ${thousands(chains.checked)} chains, each event after the one before`,
    ),
    holds(`${thousands(chains.published)} of them against the published root`),
    '',
    isClean({ compared, chains })
      ? styleText('green', `Restored: ${thousands(all)} items compared, no difference.`)
      : styleText('red', 'This is not what was there.'),
  ].join('\n');
}

export const isClean = ({ compared, chains }: Pick<Drill, 'compared' | 'chains'>): boolean =>
  chains.broken.length === 0 && compared.every(({ differences }) => differences.length === 0);
