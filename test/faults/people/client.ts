import type { Answered } from '../simulator/api.ts';
import type { World } from '../simulator/world.ts';
import type { Customer } from './bank.ts';

export type Report = { customer: Customer; subject: string; channel: string; key: string };
export type Accepted = { report: Report; caseId: string; text: string };

const minute = 60_000;

/** Reports a card or a payment; an app tries again with the same key as long as it gets no answer. */
export async function report(world: World, { customer, subject, channel, key }: Report): Promise<Answered> {
  const body = { ...about(subject), channel };
  const byPhone = channel === 'phone';
  const as = byPhone ? { id: 'carla', roles: '[agent]' } : { id: customer.id, roles: '[customer]' };
  const asked = { as, key, body: byPhone ? { ...body, customerId: customer.id } : body };
  return ask(world, () => world.api('POST', '/cases', asked));
}

/** A card, a payment, or what a complaint is about. */
function about(subject: string): object {
  if (subject.startsWith('card_')) return { type: 'lost-card', cardId: subject };
  if (subject.startsWith('tx_')) return { type: 'suspicious-payment', transactionId: subject };
  return { type: 'complaint', topic: subject };
}

/**
 * Asks once, or insists: not everybody tries again when something went wrong, and what they began must end all the same.
 */
export const ask = (world: World, call: () => Promise<Answered>): Promise<Answered> =>
  world.chance.happens(0.3) ? call() : insist(world, call);

/** Asks again while the answer is that something went wrong on the other side, or that others were faster. */
export async function insist(world: World, ask: () => Promise<Answered>): Promise<Answered> {
  for (let tried = 1; ; tried++) {
    const answer = await ask();
    const changed = answer.status === 409 && answer.text.includes('case-changed-meanwhile');
    if (answer.status < 500 && !changed) return answer;
    await world.clock.sleep(Math.min(30 * minute, 2 ** tried * 1000) + world.chance.between(0, 2000));
  }
}
