import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Transaction } from '../../../functions/account/account.ts';
import { applyRules, reviewRules } from '../../../functions/case/review-rules.ts';
import { after, day, hour, minute } from '../../../functions/shared/now.ts';
import { monday } from '../../support/given.ts';

let count = 0;
const paid = (about: Partial<Transaction> & { ago?: number } = {}): Transaction => {
  const { ago = hour, ...more } = about;
  const transactionId = `tx_${++count}`;
  const at = after(monday, -ago);
  const usual = { accountId: 'acc_1', amount: 2000, currency: 'EUR', merchant: transactionId, country: 'DE' };
  return { transactionId, at, cardId: 'card_1', ...usual, ...more };
};
/** Thirty quiet days of the same customer: it is 20.00 that they usually pay. */
const usual = Array.from({ length: 30 }, (_, i) => paid({ ago: (20 + i) * day, merchant: `shop-${i}` }));

const review = (...transactions: Transaction[]) =>
  applyRules(reviewRules, { transactions: [...usual, ...transactions], home: 'DE', at: monday });
const rulesHit = (...transactions: Transaction[]) => review(...transactions).map((finding) => finding.rule);

test('what a customer usually does is not suspicious', () => expect(review(paid())).toEqual([]));

describe('paid abroad', () => {
  test('goes to the fraud department', () => {
    const abroad = paid({ country: 'BR' });
    expect(review(abroad)).toEqual([{ transactionId: abroad.transactionId, rule: 'paid-abroad', department: 'fraud' }]);
  });

  test('two weeks are looked back, to the minute', () => {
    expect(rulesHit(paid({ country: 'BR', ago: 14 * day }))).toEqual(['paid-abroad']);
    expect(rulesHit(paid({ country: 'BR', ago: 14 * day + minute }))).toEqual([]);
  });

  test('money that came in is nobody’s loss', () => {
    expect(rulesHit(paid({ country: 'BR', amount: -2000 }))).toEqual([]);
  });
});

test('far above usual is more than ten times the median', () => {
  expect(rulesHit(paid({ amount: 20_001 }))).toEqual(['far-above-usual']);
  expect(rulesHit(paid({ amount: 20_000 }))).toEqual([]);
});

describe('a rapid series', () => {
  const series = (...minutes: number[]) => minutes.map((ago) => paid({ ago: ago * minute }));

  test('is four payments with a card within ten minutes, and the fourth is looked at', () => {
    const four = series(20, 17, 14, 10);
    expect(review(...four)).toEqual([
      { transactionId: four[3]?.transactionId, rule: 'rapid-series', department: 'fraud' },
    ]);
  });

  test('three are none, nor are four in eleven minutes', () => {
    expect(rulesHit(...series(20, 17, 10))).toEqual([]);
    expect(rulesHit(...series(21, 17, 14, 10))).toEqual([]);
  });

  test('nor are four with different cards, or without one', () => {
    const [first, ...others] = series(20, 17, 14, 10) as [Transaction, ...Transaction[]];
    expect(rulesHit({ ...first, cardId: 'card_2' }, ...others)).toEqual([]);
    const without = [first, ...others].map(({ cardId: _, ...one }) => one);
    expect(rulesHit(...without)).toEqual([]);
  });
});

describe('charged twice', () => {
  test('is the same amount at the same merchant within a day, and goes to disputes', () => {
    const [first, second] = [paid({ ago: 25 * hour, merchant: 'shop' }), paid({ ago: hour, merchant: 'shop' })];
    expect(review(first, second)).toEqual([
      { transactionId: second.transactionId, rule: 'charged-twice', department: 'disputes' },
    ]);
  });

  test('is not another amount, another merchant, or a day and a minute later', () => {
    const first = paid({ ago: 25 * hour, merchant: 'shop' });
    expect(rulesHit(first, paid({ merchant: 'shop', amount: 2001 }))).toEqual([]);
    expect(rulesHit(first, paid({ merchant: 'other' }))).toEqual([]);
    expect(rulesHit(paid({ ago: 25 * hour + minute, merchant: 'shop' }), paid({ merchant: 'shop' }))).toEqual([]);
  });
});

test('a payment is found once, by the first rule that fits', () => {
  expect(rulesHit(paid({ country: 'BR', amount: 90_000 }))).toEqual(['paid-abroad']);
});

test('nothing is found where nothing was paid', () => {
  expect(applyRules(reviewRules, { transactions: [], home: 'DE', at: monday })).toEqual([]);
});

test('the findings are the same, whatever the order of the bookings', () => {
  const booking = fc.record({
    ago: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * minute),
    amount: fc.constantFrom(-500, 100, 2000, 90_000),
    merchant: fc.constantFrom('shop', 'inn'),
    country: fc.constantFrom('DE', 'BR'),
    cardId: fc.constantFrom('card_1', 'card_2'),
  });
  const shuffled = fc
    .array(booking.map(paid), { maxLength: 12 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(review(...one)).toEqual(review(...other));
    }),
  );
});
