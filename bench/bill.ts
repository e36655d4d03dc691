import { type Bill, measureBill } from './bill/measure-bill.ts';
import { invocationGigabyteSeconds, prices } from './bill/prices.ts';
import type { Row } from './table.ts';

// What the reference case costs, counted while the real code plays it on the local cloud: as the service comes, and with
// the question how it went in the closing notice. Sweeps serve all cases at once and are told apart.

const isSweep = ([entry]: [string, unknown]) => entry.endsWith('.schedule');
const dollars = (amount: number) => `$${(amount * 1000).toFixed(3)}`;

function sumOf({ spent }: Bill, what: 'invocations' | 'written' | 'read', suffix = ''): number {
  const ofCase = spent.filter((one) => !isSweep(one) && one[0].endsWith(suffix));
  return ofCase.reduce((sum, [, account]) => sum + account[what], 0);
}

/** In dollars, for one case. */
const costsOf = (bill: Bill) => ({
  'Step Functions': bill.transitions * prices.transition,
  Lambda: sumOf(bill, 'invocations') * (prices.invocation + invocationGigabyteSeconds * prices.gigabyteSecond),
  DynamoDB: sumOf(bill, 'written') * prices.writeUnit + sumOf(bill, 'read') * prices.readUnit,
  'API Gateway': sumOf(bill, 'invocations', '.api') * prices.request,
  'mails to customers': bill.mails.toCustomers * prices.mail,
});
const total = (bill: Bill) => Object.values(costsOf(bill)).reduce((sum, one) => sum + one, 0);

const [shipped, together] = [await measureBill('separate'), await measureBill('with-closing-notice')];
const { transitions, mails } = shipped;
const colleagues = mails.toColleagues * prices.mail;
export const rows: Row[] = [
  ['state transitions', transitions, '≤ 12', transitions <= 12],
  ['invocations', sumOf(shipped, 'invocations')],
  ['of them requests of clients and of the survey page', sumOf(shipped, 'invocations', '.api')],
  ['write units', sumOf(shipped, 'written')],
  ['read units', sumOf(shipped, 'read')],
  ['mails to the customer', mails.toCustomers],
  ['mails to colleagues: one a day for each, whatever they have to do', mails.toColleagues],
  ...Object.entries(costsOf(shipped)).map(([what, amount]): Row => [`1,000 cases: ${what}`, dollars(amount)]),
  ['1,000 cases: list price', dollars(total(shipped)), '≤ $0.60, see decision 0013'],
  ['1,000 cases: the survey in the closing notice', dollars(total(together)), '≤ $0.60, see decision 0013'],
  ['1,000 cases: if no colleague had two cases', dollars(total(shipped) + colleagues)],
];

/** Where the units go, and what the clock costs beside them. */
export const details: Row[] = [
  ...shipped.spent
    .filter((one) => !isSweep(one))
    .sort(([, a], [, b]) => b.written - a.written)
    .map(([entry, one]): Row => [entry, `${one.invocations} × ${one.read} + ${one.written}`]),
  ...shipped.spent
    .filter(isSweep)
    .map(
      ([entry, { invocations, read, written }]): Row => [
        `${entry}, a sweep`,
        `${(read / invocations).toFixed(1)} + ${(written / invocations).toFixed(1)}`,
      ],
    ),
];
