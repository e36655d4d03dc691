import type { Transaction } from '../../functions/account/account.ts';
import { day, hour, instant, minute } from '../../functions/shared/now.ts';
import { seeded } from '../states/random.ts';
import { customers } from './people.ts';

export type Holder = {
  customerId: string;
  country: string;
  accounts: string[];
  cards: { cardId: string; accountId: string }[];
  transactions: Transaction[];
};

const merchants = [
  'Corner Shop',
  'City Transport',
  'Bookshop',
  'Pharmacy',
  'Bakery',
  'Petrol Station',
  'Cinema',
  'Market',
];
const homes: Record<string, { country: string; currency: string; usual: number; accounts: number }> = {
  cus_maryam: { country: 'IR', currency: 'IRR', usual: 4_000_000, accounts: 3 },
  cus_james: { country: 'GB', currency: 'GBP', usual: 2_400, accounts: 2 },
  cus_reza: { country: 'IR', currency: 'IRR', usual: 3_000_000, accounts: 1 },
  cus_anna: { country: 'DE', currency: 'EUR', usual: 3_100, accounts: 2 },
};

/** The same people with the same habits whenever it is made; 90 days of bookings that end at `now`. */
export const holders = (now: number): Holder[] =>
  customers.map(({ id }, index) => {
    const home = homes[id];
    if (!home) throw new Error(`${id} has no home`);
    const who = id.replace('cus_', '');
    const accounts = Array.from({ length: home.accounts }, (_, n) => `acc_${who}${n + 1}`);
    const cards = accounts.slice(0, 2).map((accountId, n) => ({ cardId: `card_${who}${n + 1}`, accountId }));
    const habit = everyday(who, home, cards, seeded(index + 1), now);
    return {
      customerId: id,
      country: home.country,
      accounts,
      cards,
      transactions: [...habit, ...suspicious(who, home, cards, now)],
    };
  });

type Home = { country: string; currency: string; usual: number };

function everyday(who: string, home: Home, cards: Holder['cards'], random: () => number, now: number): Transaction[] {
  return Array.from({ length: 90 }, (_, ago): Transaction => {
    const card = cards[Math.floor(random() * cards.length)];
    return {
      transactionId: `tx_${who}d${90 - ago}`,
      accountId: card?.accountId ?? '',
      at: instant(now - (ago + 1) * day + Math.floor(random() * 9) * hour),
      amount: Math.round(home.usual * (0.3 + 1.7 * random())),
      currency: home.currency,
      merchant: merchants[Math.floor(random() * merchants.length)] ?? '',
      country: home.country,
      ...(card && { cardId: card.cardId }),
    };
  });
}

/** What a thief did with Maryam's card, a shop that charged her twice, and a payment of Anna's that detection flags. */
function suspicious(who: string, home: Home, cards: Holder['cards'], now: number): Transaction[] {
  const [card] = cards;
  if (!card) return [];
  const booked = (transactionId: string, ago: number, amount: number, merchant: string, country = home.country) => ({
    transactionId,
    ...card,
    at: instant(now - ago),
    amount: Math.round(amount),
    currency: home.currency,
    merchant,
    country,
  });
  if (who === 'maryam') {
    return [
      booked('tx_maryamtwice1', 30 * hour, home.usual * 1.2, 'Furniture House'),
      booked('tx_maryamtwice2', 29 * hour, home.usual * 1.2, 'Furniture House'),
      booked('tx_maryamabroad', 3 * hour, home.usual * 2, 'Luxury Watches', 'AE'),
      booked('tx_maryamlarge', 2 * hour, home.usual * 40, 'Gold Exchange'),
    ];
  }
  return who === 'anna' ? [booked('tx_annaflagged', 20 * minute, home.usual * 1.5, 'Online Casino', home.country)] : [];
}
