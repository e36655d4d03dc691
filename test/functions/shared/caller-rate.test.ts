import { expect, test } from 'vitest';
import { callerRate } from '../../../functions/shared/caller-rate.ts';
import { TooManyRequests } from '../../../functions/shared/protocol-errors.ts';

const maryam = { id: 'cus_maryam', roles: ['customer' as const] };
const james = { id: 'cus_james', roles: ['customer' as const] };

function flood(rate: ReturnType<typeof callerRate>, requests: number, who = maryam) {
  const refused: TooManyRequests[] = [];
  for (let n = 0; n < requests; n++) {
    try {
      rate(who, 'own');
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
      refused.push(error);
    }
  }
  return refused;
}

test('a flood of one customer is refused, and told when to come back; nobody else is', () => {
  const rate = callerRate(() => 0);
  const refused = flood(rate, 1000);
  expect(refused).toHaveLength(940);
  expect(refused[0]).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  expect(flood(rate, 60, james)).toEqual([]);
});

test('who waits as long as they were told is let in', () => {
  let now = 0;
  const rate = callerRate(() => now);
  const [first] = flood(rate, 61);
  now += Number(first?.headers['retry-after']) * 1000;
  expect(flood(rate, 1)).toEqual([]);
  expect(flood(rate, 1)).toHaveLength(1);
});

test('whose clock goes back is not let in more often for it', () => {
  let now = 100_000;
  const rate = callerRate(() => now);
  flood(rate, 60);
  now = 0;
  expect(flood(rate, 1)).toHaveLength(1);
});

test('a colleague may work as fast as they can click', () => {
  const rate = callerRate(() => 0);
  for (let n = 0; n < 600; n++) rate({ id: 'carla', roles: ['agent'] }, 'team');
  expect(() => rate({ id: 'carla', roles: ['agent'] }, 'team')).toThrow(TooManyRequests);
});

test('as many callers as there are take no more memory than some', () => {
  const rate = callerRate(() => 0);
  flood(rate, 60);
  for (let n = 0; n < 6000; n++) rate({ id: `cus_${n}`, roles: ['customer'] }, 'own');
  expect(flood(rate, 60)).toEqual([]); // forgotten, and so forgiven
});
