import type { Calendar } from '../../../functions/calendar/calendar.ts';
import { berlin } from '../../../functions/calendar/shipped-calendars.ts';
import { hour, type Instant, instant } from '../../../functions/shared/now.ts';
import type { Reading } from '../../../functions/sla/reading.ts';
import type { ClockName } from '../../../functions/sla/sla.ts';
import { readClocks } from '../../../functions/sla/sla-clock.ts';
import type { SlaEvent } from '../../../functions/sla/sla-event.ts';
import type { Terms } from '../../../functions/sla/terms.ts';

// A week in Berlin as its clocks see it: people work from nine to half past twelve and from half past one to six.

const monday = Date.parse('2026-11-23T00:00:00+01:00');
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'next-mon', 'next-tue'];

/** `mon 9:30`, `next-tue 17:00`, on the wall in Berlin. */
export function at(when: string): Instant {
  const [day = '', clock = ''] = when.split(' ');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instant(monday + (days.indexOf(day) * 24 + hours + minutes / 60) * hour);
}

/** Hours in the calendar of Berlin, or in another; around the clock with none. */
export const within = (hours: number, calendar: Calendar | undefined = berlin) => ({
  milliseconds: hours * hour,
  calendar,
});
export const withinAnyHour = (hours: number) => ({ milliseconds: hours * hour });

export const promising = (targets: Terms['targets'], priority: Terms['priority'] = 'normal'): Terms => ({
  priority,
  sla: 1,
  calendars: 1,
  targets,
});

type Change = Extract<SlaEvent, { kind: 'terms-changed' }>['because'];

export const opened = (when: string, targets: Terms['targets']): SlaEvent => ({
  kind: 'opened',
  at: at(when),
  terms: promising(targets),
});
export const changed = (when: string, because: Change, targets: Terms['targets']): SlaEvent => ({
  kind: 'terms-changed',
  because,
  at: at(when),
  terms: promising(targets),
});
export const waits = (when: string, reason = 'customer'): SlaEvent => ({
  kind: 'waiting-started',
  reason,
  at: at(when),
});

type Plain = 'customer-wrote' | 'agent-wrote' | 'customer-informed' | 'waiting-ended' | 'closed' | 'reopened';
export const did = (when: string, kind: Plain): SlaEvent => ({ kind, at: at(when) });

/** The last that this clock says at this time. */
export function clock(name: ClockName, when: string, ...events: SlaEvent[]): Reading {
  const reading = readClocks(events, at(when)).findLast((one) => one.clock === name);
  if (!reading) throw new Error(`There is no clock ${name}`);
  return reading;
}

export const rounds = (name: ClockName, when: string, ...events: SlaEvent[]): Reading[] =>
  readClocks(events, at(when)).filter((one) => one.clock === name);

/** A ledger in hours: `running 3.5`, `paused (customer) 62`. */
export const inHours = ({ ledger }: Reading): string[] =>
  ledger.map(({ kind, why, milliseconds }) => `${kind}${why ? ` (${why})` : ''} ${milliseconds / hour}`);
