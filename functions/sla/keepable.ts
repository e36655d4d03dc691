import type { Calendars } from '../calendar/calendar.ts';
import { InvalidRequest } from '../shared/errors.ts';
import type { Instant } from '../shared/now.ts';
import type { Sla } from './sla.ts';
import type { Policies } from './terms.ts';
import { unkeepable } from './unkeepable.ts';

/** Promises are saved with the calendars in force, and calendars with the promises: together they must be keepable. */
type Saving = { sla?: Sla; calendars?: Calendars };

/** @throws InvalidRequest naming each promise that nobody could keep */
export function mustBeKeepable(saving: Saving, { sla, calendars }: Policies, at: Instant): void {
  const promises = saving.sla ?? sla.at(-1)?.value ?? [];
  const errors = unkeepable(promises, saving.calendars ?? calendars.at(-1)?.value ?? [], at);
  if (errors.length > 0) throw new InvalidRequest(errors.map((one) => ({ ...one, field: `sla.${one.field}` })));
}
