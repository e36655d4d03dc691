import { Priority } from '../case/case-fact.ts';
import { aroundTheClock, type Sla } from './sla.ts';

const hours = (count: number) => count * 60;
const workingDays = (count: number) => hours(9 * count); // of the calendar of Tehran, 8 to 17

// Minutes for the first answer, each later answer, the end, and the longest silence.
const table: Record<Priority, [first: number, next: number, end: number, silence: number]> = {
  low: [workingDays(1), workingDays(2), workingDays(15), workingDays(5)],
  normal: [hours(4), workingDays(1), workingDays(10), workingDays(3)],
  high: [hours(2), hours(4), workingDays(5), workingDays(1)],
  urgent: [hours(1), hours(2), workingDays(2), hours(4)],
};

const promised = (type: Sla[number]['type'], priority: Priority): Sla[number] => {
  const [first, next, end, silence] = table[priority];
  const at = (minutes: number) => ({ minutes, calendar: 'tehran' });
  return {
    type,
    priority,
    targets: {
      // What is urgent about a card or a payment does not wait for the morning.
      'first-response': priority === 'urgent' ? { minutes: first, calendar: aroundTheClock } : at(first),
      'next-response': at(next),
      resolution: at(end),
      'progress-update': at(silence),
    },
  };
};

/** What is promised until somebody promises otherwise. */
export const shippedSla: Sla = (['lost-card', 'suspicious-payment', 'complaint'] as const).flatMap((type) =>
  Priority.options.map((priority) => promised(type, priority)),
);
