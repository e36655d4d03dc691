import type { Access } from '../access/access.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { isAtWork } from '../reminder/working-hours.ts';
import { after, hour, type Instant } from '../shared/now.ts';
import type { AccessRules } from './access-rules.ts';
import type { Observation, ObservationKind } from './observation.ts';

/** What is known of a reader besides what they read. */
export type Reader = {
  id: string;
  timeZone: string;
  calendar?: Calendar | undefined;
  /** Whom they said they are close to. */
  closeTo: readonly string[];
  /** The cases of the day that they or one of their teams have to do with. */
  cases: ReadonlySet<string>;
};

type Rule = keyof AccessRules;

/** What is out of the ordinary in all that somebody called on a day. Each rule is found once a day, with how often. */
export function outOfPattern(reader: Reader, calls: readonly Access[], rules: AccessRules, day: string): Observation[] {
  const roles = new Set(calls.flatMap((call) => call.roles));
  const staff = calls.filter(({ scope, about }) => scope !== 'own' && isAboutSomebody(about));
  const seen = staff.filter(({ status }) => status < 400);
  const refused = calls.filter(({ status }) => status === 403 || status === 404);
  const found = (kind: Rule & ObservationKind, of: readonly Access[], data: Observation['data']): Observation[] => {
    const [first] = of;
    if (!first || rules[kind].except.some((role) => roles.has(role))) return [];
    const about = new Set(of.map((call) => call.about)).size === 1 ? { about: first.about } : {};
    return [{ id: `${day}.${reader.id}.${kind}`, kind, at: first.at, by: reader.id, ...about, data: { day, ...data } }];
  };

  const customers = new Set(seen.map(({ about }) => about));
  const [many, doors] = [rules['many-customers'].moreThan, rules['many-refused'].moreThan];
  const known = new Set(seen.filter((call) => isWork(call, reader)).map(({ about }) => about));
  const strangers = seen.filter(({ about }) => !known.has(about));
  const strange = [...new Set(strangers.map(({ about }) => about))];
  const close = seen.filter(({ about }) => about === reader.id || reader.closeTo.includes(about));
  const late = seen.filter(({ at }) => isOff(reader, at, rules['off-hours'].hours));
  const { calendar = 'every-day' } = reader.calendar ?? {};
  return [
    ...(customers.size > many ? found('many-customers', seen, { count: customers.size, limit: many }) : []),
    ...(refused.length > doors ? found('many-refused', refused, { count: refused.length, limit: doors }) : []),
    ...found('off-hours', late, { count: late.length, calendar, zone: reader.timeZone }),
    ...(strange.length > rules['no-case-with-them'].moreThan
      ? found('no-case-with-them', strangers, {
          count: strange.length,
          customers: strange.slice(0, NAMED).join(' '),
        })
      : []),
    ...found('somebody-close', close, { count: close.length }),
  ];
}

// So many customers an observation names; the record of accesses has them all.
const NAMED = 10;

const isAboutSomebody = (about: string): boolean => !about.startsWith('many#') && !about.startsWith('case_');

/** The cases that a call was about or that it showed. */
export const casesOf = ({ caseId, shown = [] }: Access): string[] => [...(caseId ? [caseId] : []), ...shown];

/** It was about a case of theirs, or changed something: that stands in the history with who did it. */
const isWork = (call: Access, { cases }: Reader): boolean =>
  !call.route.startsWith('GET ') || casesOf(call).some((caseId) => cases.has(caseId));

/** Neither then nor so many hours earlier or later does somebody of their calendar work. */
const isOff = ({ timeZone, calendar }: Reader, at: Instant, hours: number): boolean =>
  [0, -hours, hours].every((shift) => !isAtWork(timeZone, after(at, shift * hour), calendar));
