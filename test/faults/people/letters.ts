import { ask } from './client.ts';
import { ada, day, type Errands } from './errands.ts';

/** Somebody has a letter whose outcome nobody knows sent again; the reader may have it twice then. */
export function sendAgain({ world, during }: Errands, likely: number): void {
  const { api, chance, clock, watchers } = world;
  watchers.add({
    wrote(_, event) {
      if (event?.fact.kind !== 'mail-unconfirmed' || !chance.happens(likely)) return;
      const path = `/cases/${event.caseId}/mails/${event.fact.data.mailId}/resend`;
      const resend = () => ask(world, () => api('POST', path, { as: ada, key: path }));
      during(clock.sleep(chance.between(0, 2 * day)).then(resend));
    },
  });
}
