import * as z from 'zod/mini';
import { CalendarId } from '../calendar/calendar.ts';
import { CaseType, Priority } from '../case/case-fact.ts';
import { minute } from '../shared/now.ts';

/**
 * What can be promised: the first answer, the answer to each later message, the end of the case, and no silence
 * longer than this in between.
 */
export const ClockName = z.enum(['first-response', 'next-response', 'resolution', 'progress-update']);
export type ClockName = z.infer<typeof ClockName>;

/** Counted on the clock on the wall, day and night; otherwise in the working time of a calendar. */
export const aroundTheClock = 'around-the-clock';

const Target = z.strictObject({
  minutes: z.int().check(z.gte(1), z.lte(366 * 24 * 60)),
  calendar: z.union([z.literal(aroundTheClock), CalendarId]),
});
type Target = z.infer<typeof Target>;

/** What is promised for cases of one type and priority. A clock that is not named is not promised. */
const Promised = z.strictObject({
  type: CaseType,
  priority: Priority,
  targets: z.partialRecord(ClockName, Target),
});

/** All that is promised. A case without an entry has no clocks. */
export const Sla = z
  .array(Promised)
  .check(z.maxLength(200), z.check(mustPromiseOnce), z.check(mustAnswerBeforeItIsOver), z.check(mustNotGoBackwards));
export type Sla = z.infer<typeof Sla>;

type Payload = z.core.ParsePayload<Sla>;
const refuse = ({ issues, value }: Payload, path: (string | number)[], message: string) =>
  issues.push({ code: 'custom', path, message, input: value });

function mustPromiseOnce(payload: Payload) {
  for (const [index, { type, priority }] of payload.value.entries()) {
    const first = payload.value.findIndex((one) => one.type === type && one.priority === priority);
    if (first < index) refuse(payload, [index, 'priority'], `${priority} is promised twice for ${type}`);
  }
}

/** A case that is over has been answered: an answer that may take longer is no promise. */
function mustAnswerBeforeItIsOver(payload: Payload) {
  for (const [index, { targets }] of payload.value.entries()) {
    const { resolution } = targets;
    for (const clock of ['first-response', 'next-response', 'progress-update'] as const) {
      if (resolution && takesLonger(targets[clock], resolution)) {
        refuse(
          payload,
          [index, 'targets', clock, 'minutes'],
          `must not be longer than resolution (${resolution.minutes})`,
        );
      }
    }
  }
}

/** What is more urgent must not take longer than what is less. */
function mustNotGoBackwards(payload: Payload) {
  for (const [index, promised] of payload.value.entries()) {
    const lesser = payload.value.filter((one) => one.type === promised.type && isLess(one.priority, promised.priority));
    for (const clock of ClockName.options) {
      const slower = lesser.find((one) => takesLonger(promised.targets[clock], one.targets[clock]));
      if (!slower) continue;
      const limit = `${slower.priority} (${slower.targets[clock]?.minutes})`;
      refuse(
        payload,
        [index, 'targets', clock, 'minutes'],
        `goes backwards: must not be longer than with priority ${limit}`,
      );
    }
  }
}

const isLess = (one: Priority, other: Priority) => Priority.options.indexOf(one) < Priority.options.indexOf(other);

// Working time and wall-clock time, or the working times of two calendars, have no order.
const takesLonger = (one: Target | undefined, other: Target | undefined): boolean =>
  !!one && !!other && one.calendar === other.calendar && one.minutes > other.minutes;

export const milliseconds = ({ minutes }: Target): number => minutes * minute;
