import type { Request } from '../simulator/api.ts';
import { day, type Errands, minute } from './errands.ts';
import { written } from './words.ts';

/** Apps and proxies send a request again that was answered; and somebody uses a key again for something else. */
export function repeatRequests({ world, during }: Errands): void {
  const { watchers, chance, clock, api } = world;
  const repeated = new Set<string>();

  async function again({ method, path, asked }: Request): Promise<void> {
    await clock.sleep(chance.between(0, chance.pick([minute, day, 6 * day])));
    const body = asked.body && chance.happens(0.4) ? another(asked.body) : asked.body;
    await api(method, path, { ...asked, body });
  }

  watchers.add({
    answered(request, { status }) {
      const id = `${request.asked.as?.id} ${request.asked.key}`;
      if (!request.asked.key || status >= 300 || repeated.has(id) || !chance.happens(0.25)) return;
      repeated.add(id);
      during(again(request));
    },
  });
}

/** Something else that could be asked for in the same place. */
function another(body: object): object {
  if ('text' in body) return { ...body, text: written('Something else.') };
  if ('channel' in body) return { ...body, channel: body.channel === 'web' ? 'app' : 'web' };
  return { ...body, note: written('And something else.') };
}
