import { zoneOf } from '../calendar/zone.ts';
import type { Case } from '../case/case.ts';
import { after, day, hour, type Instant, instant, minute } from '../shared/now.ts';
import type { SurveyRules } from './survey-rules.ts';

/**
 * The instant itself when somebody may be asked then, or else the first at which they may: not at night where they
 * are, and not while people still talk with them.
 */
export function rightMoment(
  at: Instant,
  { spokeAt }: Pick<Case, 'spokeAt'>,
  timeZone: string,
  { restHours, quietHours }: Pick<SurveyRules, 'restHours' | 'quietHours'>,
): Instant {
  const rested = spokeAt ? after(spokeAt, restHours * hour) : at;
  return wakingTime(rested > at ? rested : at, timeZone, quietHours);
}

/**
 * When a state was entered, by the clock of Step Functions, if that is later than the function's own: one that is behind
 * would send the run to wait for a moment that has come, again and again. `turn` begins with it.
 */
export const noEarlierThan = (turn: string, at: Instant): Instant => {
  const [entered = ''] = turn.split('#');
  return entered > at ? entered : at;
};

/** Quiet hours may go over midnight; those that end where they begin are none. */
function wakingTime(at: Instant, timeZone: string, { from, to }: SurveyRules['quietHours']): Instant {
  const zone = zoneOf(timeZone);
  const now = Date.parse(at);
  const local = now + zone.offsetAt(now);
  const sinceMidnight = local % day;
  const [begin, end] = [timeOf(from), timeOf(to)];
  const isQuiet =
    begin <= end ? sinceMidnight >= begin && sinceMidnight < end : sinceMidnight >= begin || sinceMidnight < end;
  if (!isQuiet) return at;
  const midnight = local - sinceMidnight;
  return instant(zone.firstShowing(sinceMidnight < end ? midnight + end : midnight + day + end));
}

const timeOf = (text: string): number => Number(text.slice(0, 2)) * hour + Number(text.slice(3)) * minute;
