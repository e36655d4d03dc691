import type { Calendars } from '../calendar/calendar.ts';
import { shippedCalendars } from '../calendar/shipped-calendars.ts';
import type { Version, VersionStore } from '../policy/version-store.ts';
import { type Instant, minute } from '../shared/now.ts';
import { shippedSla } from './shipped-sla.ts';
import type { Sla } from './sla.ts';
import type { Policies } from './terms.ts';

const always: Instant = '1970-01-01T00:00:00.000Z';
// What is in force until somebody saves something else; its version is 0.
const shipped: Policies = {
  sla: [{ version: 0, at: always, value: shippedSla }],
  calendars: [{ version: 0, at: always, value: shippedCalendars }],
};

/** Every version of the promises and of the calendars they count in, at most a minute old. */
export function slaPolicies(store: VersionStore) {
  const read = new Map<string, { version: number; at: Instant; value: never }>();
  // What was saved has been checked then. A calendar keeps what it has worked out about its days, so each version is made once.
  const once = <T>(policy: string, { version, at, value }: Version, parse: (value: unknown) => T) => {
    const key = `${policy}#${version}`;
    if (!read.has(key)) read.set(key, { version, at, value: parse(value) as never });
    return read.get(key) as { version: number; at: Instant; value: T };
  };
  let known: { policies: Policies; readAt: number } | undefined;

  return async (): Promise<Policies> => {
    if (known && Date.now() - known.readAt < minute) return known.policies;
    const [sla, calendars] = await Promise.all([store.versions('sla'), store.versions('calendars')]);
    const policies: Policies = {
      sla: [...shipped.sla, ...sla.map((one) => once('sla', one, (value) => value as Sla))],
      calendars: [
        ...shipped.calendars,
        ...calendars.map((one) => once('calendars', one, (value) => value as Calendars)),
      ],
    };
    known = { policies, readAt: Date.now() };
    return policies;
  };
}
