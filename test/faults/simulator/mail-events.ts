import type { Mail } from './post-office.ts';
import type { World } from './world.ts';

export type Fate = 'arrives' | 'none' | 'bounces' | 'complains';

/** What SES tells the event bus of each mail. */
export function reportMails(world: World, fateOf: (mail: Mail) => Fate): void {
  const { events, chance, watchers } = world;
  const tell = (mail: Mail, eventType: string, more: object = {}) =>
    events.send('mail/record-mail-outcome.event', {
      detail: { eventType, mail: { tags: { mail: [mail.mailId] } }, ...more },
    });
  watchers.push({
    mailed(mail) {
      const fate = fateOf(mail);
      if (chance.happens(0.2)) tell(mail, 'Send');
      if (fate === 'bounces') tell(mail, 'Bounce', { bounce: { bounceType: 'Permanent' } });
      else if (chance.happens(0.2)) tell(mail, 'Delivery');
      if (fate === 'complains') tell(mail, 'Complaint');
    },
  });
}
