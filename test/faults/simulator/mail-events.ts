import type { Mail } from './post-office.ts';
import type { World } from './world.ts';

export type Fate = 'arrives' | 'none' | 'bounces' | 'complains';

/** What SES tells the event bus of each mail. */
export function reportMails(world: World, fateOf: (mail: Mail) => Fate): void {
  const { events, chance, watchers } = world;
  const tell = (mail: Mail, eventType: string, more: object = {}) =>
    events.tell({
      source: 'aws.ses',
      'detail-type': `Email ${eventType}`,
      detail: {
        eventType,
        mail: { tags: { mail: [mail.mailId], 'ses:configuration-set': [mail.configurationSet] } },
        ...more,
      },
    });
  watchers.add({
    mailed(mail) {
      const fate = fateOf(mail);
      if (chance.happens(0.2)) tell(mail, 'Send');
      if (fate === 'bounces') tell(mail, 'Bounce', { bounce: { bounceType: 'Permanent' } });
      else if (chance.happens(0.2)) tell(mail, 'Delivery');
      if (fate === 'complains') tell(mail, 'Complaint');
    },
  });
}
