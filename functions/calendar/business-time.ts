import { type Instant, instant } from '../shared/now.ts';
import type { Calendar } from './calendar.ts';
import { daysOf } from './working-day.ts';

// An interval of work begins when the clock on the wall first shows its start or a later time, and ends when it first
// shows its end or a later time. So an hour that is skipped is not worked, an hour that comes twice is worked twice if
// work goes on after it, and nobody is called back for the second half past two. All costs go by days.

type Kind = { kind: 'working' | 'out-of-hours' } | { kind: 'holiday'; name: string };
/** A stretch of time of one kind. */
export type Piece = { from: Instant; to: Instant; milliseconds: number } & Kind;

/**
 * The earliest instant by which so much working time has passed: an hour from half past four on Friday, when people
 * work until five, is half past eight on Monday; half an hour is five on Friday. Nothing added is nothing changed.
 * @throws RangeError for less than nothing
 */
export function addBusinessTime(calendar: Calendar, from: Instant, milliseconds: number): Instant {
  if (!(milliseconds >= 0)) throw new RangeError(`Cannot add ${milliseconds} ms of working time`);
  if (milliseconds === 0) return from;
  const works = workFrom(calendar, Date.parse(from));
  let left = milliseconds;
  let work = works.next().value;
  for (; left > work.to - work.from; work = works.next().value) left -= work.to - work.from;
  return instant(work.from + left);
}

/** The working time from one instant to another (milliseconds); none if they stand the other way round. */
export function businessTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const end = Date.parse(to);
  let sum = 0;
  for (const work of workFrom(calendar, Date.parse(from))) {
    if (work.from >= end) break;
    sum += Math.min(work.to, end) - work.from;
  }
  return sum;
}

/** The instant itself when people are at work, or else when they are next. */
export const nextWorkingMoment = (calendar: Calendar, at: Instant): Instant =>
  instant(workFrom(calendar, Date.parse(at)).next().value.from);

/** Everything from one instant to another without a gap, cut where the kind of time changes. A holiday lasts all day. */
export function intervalsBetween(calendar: Calendar, from: Instant, to: Instant): Piece[] {
  const end = Date.parse(to);
  const days = daysOf(calendar);
  const stretches: { kind: Kind; from: number; to: number }[] = [];
  let reached = Date.parse(from);
  const until = (stop: number, kind: Kind) => {
    const to = Math.min(stop, end);
    if (to <= reached) return;
    const last = stretches.at(-1);
    if (last && isSame(last.kind, kind)) last.to = to;
    else stretches.push({ kind, from: reached, to });
    reached = to;
  };
  for (let number = days.numberAt(reached); reached < end; number++) {
    const { work, end: midnight, holiday: name } = days.day(number);
    const rest: Kind = name === undefined ? { kind: 'out-of-hours' } : { kind: 'holiday', name };
    for (const shift of work) {
      until(shift.from, rest);
      until(shift.to, { kind: 'working' });
    }
    until(midnight, rest);
  }
  return stretches.map(({ kind, from, to }) => ({
    ...kind,
    from: instant(from),
    to: instant(to),
    milliseconds: to - from,
  }));
}

const isSame = (one: Kind, other: Kind): boolean =>
  one.kind === 'holiday' ? other.kind === 'holiday' && one.name === other.name : one.kind === other.kind;

const LONGEST_REST = 2 * 366;

/** All intervals of work that end after this instant, the first one cut to begin no earlier; without end. */
function* workFrom(calendar: Calendar, at: number): Generator<{ from: number; to: number }, never> {
  const days = daysOf(calendar);
  let rest = 0;
  for (let number = days.numberAt(at); rest <= LONGEST_REST; number++, rest++) {
    for (const { from, to } of days.day(number).work) {
      if (to <= at) continue;
      rest = 0;
      yield { from: Math.max(from, at), to };
    }
  }
  // A calendar that was checked when it was saved does not get here.
  throw new RangeError(`Nobody ever works by the calendar ${calendar.calendar}`);
}
