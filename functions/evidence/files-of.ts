import { Language } from '../shared/language.ts';
import { decisionsIn } from './decisions.ts';
import type { Evidence } from './evidence.ts';
import { evidencePage } from './page/page.ts';
import { verifyScript } from './verify-script.ts';

/** A file of a pack: its name in the folder, and its text. */
export type PackFile = readonly [name: string, text: string];

/** Everything in a pack but its manifest, always in the same order. */
export function filesOf(evidence: Evidence): PackFile[] {
  const { current, events, customer, texts, mails, runs, clocks, proof } = evidence;
  const pages = Language.options.map(
    (language): PackFile => [
      language === 'en' ? 'evidence.html' : `evidence.${language}.html`,
      evidencePage(evidence, language),
    ],
  );
  const kept = Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...pages,
    ['verify.mjs', verifyScript],
    ['events.json', json(events)],
    ['texts.json', json(kept.map(([reference, { text, salt }]) => ({ reference, text, salt })))],
    ['decisions.json', json(decisionsIn(evidence))],
    ['approvals.json', json(current.approvals)],
    ['sla.json', json(clocks)],
    ['surveys.json', json(events.map(({ seq, at, fact }) => ({ seq, at, ...fact })).filter(isAboutSurveys))],
    ['customer.json', json({ customerId: current.customerId, contact: customer ?? null })],
    ...mails.flatMap(({ mailId, html, text, ...mail }): PackFile[] => [
      [`mails/${mailId}.json`, json({ mailId, ...mail, text })],
      [`mails/${mailId}.html`, html],
    ]),
    ...runs.map((run): PackFile => [`runs/${run.runId}.json`, json(run)]),
    ...(proof ? [['proof.json', json(proof)] as const] : []),
  ];
}

const isAboutSurveys = ({ kind }: { kind: string }): boolean => kind.startsWith('survey-');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
