import { payloads } from '../functions/shared/payloads.ts';
import { cells } from '../roles/matrix.ts';

/** What is checked, by which tests, and what is counted: the tests themselves unless something smaller is. */
export type Check = { what: string; files: string[]; count?: (printed: string) => number };

const printed = (pattern: RegExp) => (text: string) => Number(pattern.exec(text)?.[1] ?? 0);

export const checks: Check[] = [
  { what: 'cells of the table of roles', files: ['test/roles/matrix.test.ts'], count: () => cells.length },
  { what: 'tokens: forged, expired, foreign, none', files: ['test/local/cloud/authorizer.test.ts'] },
  {
    what: 'requests made from the contract',
    files: ['test/contract/fuzz.test.ts'],
    count: printed(/fuzzed requests (\d+)/),
  },
  {
    what: 'cursors and versions: changed, made up, of others',
    files: ['test/contract/pages.test.ts', 'test/contract/versions.test.ts', 'test/functions/shared/page.test.ts'],
  },
  { what: 'callers who ask too often', files: ['test/functions/shared/caller-rate.test.ts'] },
  {
    what: 'reports of one card or payment in a flood',
    files: ['test/security/flood.test.ts'],
    count: () => 400,
  },
  {
    what: 'survey links, changed',
    files: ['test/security/survey-links.test.ts'],
    count: printed(/survey links (\d+)/),
  },
  {
    what: 'texts with and without numbers of cards',
    files: ['test/functions/shared/card-number.test.ts'],
    count: () => 20_000,
  },
  {
    what: 'canaries in every field of every route, also while writes fail',
    files: ['test/functions/customer/canary.test.ts', 'test/functions/customer/canary-under-faults.test.ts'],
  },
  { what: 'canaries in lives with faults, wherever they could turn up', files: ['test/faults/seeds.test.ts'] },
  { what: 'events that no role may change', files: ['test/infra/append-only.test.ts'] },
  {
    what: 'texts injected into mails and pages',
    files: ['test/functions/mail/words/injection.test.ts', 'test/functions/shared/html.test.ts'],
    count: () => payloads.length,
  },
  { what: 'rights of roles', files: ['test/infra/rights.test.ts'] },
  { what: 'rule packs and their exceptions', files: ['test/infra/security.test.ts'] },
  { what: 'secrets, card numbers and addresses in bundles', files: ['test/infra/bundles.test.ts'] },
];
