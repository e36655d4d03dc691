import type { Case } from '../../../functions/case/case.ts';
import type { World } from '../simulator/world.ts';
import { ask } from './client.ts';
import { ada, day, type Errands, hour } from './errands.ts';

/**
 * Somebody sees that a case is about the same as another of its customer, or that one is part of another; and some see
 * later that it was not.
 */
export function hangTogether({ world, during }: Errands, likely: number): void {
  const { chance, clock, watchers } = world;
  watchers.add({
    wrote(_, event) {
      if (event?.fact.kind !== 'case-opened' || !chance.happens(likely)) return;
      during(clock.sleep(chance.between(0, chance.pick([hour, 2 * day]))).then(() => hang(world, event.caseId)));
    },
  });
}

async function hang(world: World, caseId: string): Promise<void> {
  const { chance, clock, truth } = world;
  const others = [...truth.cases.values()].flatMap(({ current }) => (current.caseId === caseId ? [] : [current]));
  if (others.length === 0) return;
  const other = chance.pick(others);
  const apart = isSameCustomer(truth.of(caseId).current, other) && chance.happens(0.6) ? merge : link;
  const takeApart = await apart(world, caseId, other.caseId);
  if (!chance.happens(0.4)) return;
  await clock.sleep(chance.between(0, 3 * day));
  await takeApart();
}

const isSameCustomer = (one: Case, other: Case): boolean => one.customerId === other.customerId;

/** Both give the way back. */
async function merge(world: World, caseId: string, into: string): Promise<() => Promise<unknown>> {
  const post = (what: string, asked: object = {}) =>
    ask(world, () => world.api('POST', `/cases/${caseId}/${what}`, { as: ada, key: `${what} ${caseId}`, ...asked }));
  await post('merge', { body: { into } });
  return () => post('unmerge');
}

async function link(world: World, caseId: string, to: string): Promise<() => Promise<unknown>> {
  const body = { to, as: world.chance.pick(['parent', 'child']) };
  const path = `/cases/${caseId}/links`;
  await ask(world, () => world.api('POST', path, { as: ada, body, key: `link ${caseId}` }));
  return () => ask(world, () => world.api('DELETE', `${path}/${to}`, { as: ada, key: `unlink ${caseId}` }));
}
