import { styleText } from 'node:util';
import type { CaseCheck, Proved } from '../../functions/audit/verify-case.ts';

/** What was checked and what came of it, for a person. */
export function printCheck({ caseId, chain, published, misfit }: CaseCheck, { root, leaves }: Proved): string {
  const holds = (sentence: string) => `${styleText('green', '✓')} ${sentence}`;
  const fails = (sentence: string) => `${styleText('red', '✗')} ${sentence}`;
  const events = (count: number) => (count === 1 ? '1 event' : `${count} events`);
  const lines = [
    styleText('bold', `\nCase ${caseId}`),
    styleText('dim', `root over ${root.size} leaves  ${root.hash}\n`),
    chain.ok
      ? holds(`${events(chain.length)}, each as it was written and each after the one before`)
      : fails(`event ${chain.seq} ${chain.reason}`),
  ];
  if (!published.ok) lines.push(fails(`event ${published.seq} ${published.reason}`));
  else if (leaves.length === 0)
    lines.push(`${styleText('yellow', '–')} no root covers it yet: its end could be missing`);
  else {
    const newer = chain.ok ? chain.length - published.upTo : 0;
    lines.push(holds(`the root covers it up to event ${published.upTo}${newer > 0 ? `; ${newer} came later` : ''}`));
    lines.push(
      holds(`${leaves.length} published ${leaves.length === 1 ? 'head is' : 'heads are'} under the root, by proof`),
    );
  }
  if (misfit) lines.push(styleText('red', `\nThe first event that does not fit is number ${misfit.seq}.`));
  return lines.join('\n');
}
