import type { Item } from '../../../local/table/attribute.ts';
import type { World } from '../simulator/world.ts';
import { addressOf, nameOf } from './words.ts';

const day = 86_400_000;

/** A customer and how things stand with them. */
export type Customer = {
  id: string;
  accounts: string[];
  cards: string[];
  /** What the review will find, by department. */
  suspicious: ('fraud' | 'disputes')[];
  /** What becomes of mail to them; `none` is a customer whose address nobody knows. */
  mail: 'arrives' | 'none' | 'bounces' | 'complains';
};

export const teams = [
  { team: 'cards', manager: 'cyrus', members: ['carla'], next: 'fraud' },
  { team: 'fraud', manager: 'farid', members: ['fiona'], next: 'disputes' },
  { team: 'disputes', manager: 'daria', members: ['dario'] },
  { team: 'complaints', manager: 'celia', members: ['conny'] },
  { team: 'operations', manager: 'omid', members: ['olga'] },
];

export function customer(name: string, more: Partial<Customer> = {}): Customer {
  const accounts = [`acc_${name}1`, `acc_${name}2`];
  return { id: `cus_${name}`, accounts, cards: [`card_${name}1`], suspicious: ['fraud'], mail: 'arrives', ...more };
}

/** Puts teams and their people into the tables, before anything happens. */
export function fillInBank(world: World): void {
  const put = putInto(world);
  const value = { S: JSON.stringify(teams) };
  put('policies', { policy: { S: 'teams' }, version: { N: '1' }, value, by: { S: 'admin' }, at: { S: '' } });
  for (const { manager, members } of teams) for (const id of [manager, ...members]) put('vault', contact(id));
}

/** Puts one customer into the tables, with what was booked in the last days. */
export function fillInCustomer(world: World, one: Customer): void {
  const put = putInto(world);
  if (one.mail !== 'none') put('vault', contact(one.id));
  for (const item of ledgerOf(one, world.clock.now())) put('ledger', item);
}

const putInto =
  ({ database }: World) =>
  (TableName: string, item: Item) =>
    database.call('PutItem', { TableName, Item: item });

const zones = ['Europe/Berlin', 'Asia/Tehran', 'America/New_York'];
/** Where somebody is. */
export const zoneOf = (id: string): string => zones[id.length % zones.length] ?? 'UTC';
const contact = (id: string): Item => ({
  personId: { S: id },
  sk: { S: 'contact' },
  contact: {
    S: JSON.stringify({
      name: nameOf(id),
      email: addressOf(id),
      language: id.length % 2 ? 'en' : 'fa',
      timeZone: zoneOf(id),
    }),
  },
});

export function ledgerOf({ id, accounts, cards, suspicious }: Customer, now: number): Item[] {
  const own = (sk: string): Item => ({ pk: { S: id }, sk: { S: sk } });
  const [account = ''] = accounts;
  const name = id.replace('cus_', '');
  const booking = (what: string, ago: number, amount: number, country = 'DE'): Item => ({
    pk: { S: account },
    sk: { S: `${new Date(now - ago).toISOString()}#tx_${name}${what}` },
    amount: { N: String(amount) },
    currency: { S: 'EUR' },
    merchant: { S: what },
    country: { S: country },
  });
  return [
    { ...own('customer'), country: { S: 'DE' } },
    ...accounts.map(own),
    ...cards.map((card) => ({ ...own(card), accountId: { S: account } })),
    booking('rent', 3 * day, 1000),
    booking('food', 2 * day, 1200),
    ...(suspicious.includes('fraud') ? [booking('abroad', day, 900, 'US')] : []),
    ...(suspicious.includes('disputes')
      ? [booking('shop', day, 300), { ...booking('shop', day - 3_600_000, 300), ...again(name, now) }]
      : []),
  ];
}

/** The same shop charged the same amount again. */
const again = (name: string, now: number): Item => ({
  sk: { S: `${new Date(now - day + 3_600_000).toISOString()}#tx_${name}shop2` },
});
