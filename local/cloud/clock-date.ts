import type { Clock } from '../clock.ts';

/** A `Date` whose now is the clock's. What it makes are ordinary dates, and ordinary dates are instances of it. */
export function clockDate(clock: Pick<Clock, 'now'>): DateConstructor {
  return new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [clock.now()] : values, newTarget),
    apply: () => new Date(clock.now()).toString(),
    get: (target, name) => (name === 'now' ? () => clock.now() : Reflect.get(target, name)),
  });
}
