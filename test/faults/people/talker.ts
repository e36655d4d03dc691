import type { World } from '../simulator/world.ts';
import type { Customer } from './bank.ts';
import { ask } from './client.ts';
import { written } from './words.ts';

/** Some customers write something about their case, with a key or without one. */
export async function talk(world: World, { id }: Customer, caseId: string): Promise<void> {
  const { chance, clock, api } = world;
  if (chance.happens(0.3)) return;
  await clock.sleep(chance.between(0, 2_400_000));
  const as = { id, roles: '[customer]' };
  const body = { channel: 'app', direction: 'inbound', text: written('Please call me back.') };
  const key = chance.happens(0.3) ? { key: `${id} writes` } : {};
  const path = `/cases/${caseId}/interactions`;
  if ('key' in key) await ask(world, () => api('POST', path, { as, body, ...key }));
  else await api('POST', path, { as, body });
}
