import type { Service } from '../stand-ins/service.ts';

/** A call of a function to a service: `count` is which one it is of this start of the function, from 1. */
export type Call = { caller: string; service: Service; operation: string; count: number };

/**
 * What can go wrong with a call. `lost`: it never arrives. `unanswered`: it is carried out, and the answer is lost.
 * `throttled`: it is refused for now. `twice`: the SDK tries again what had succeeded. `slow`: it takes many seconds.
 * `killed…`: the function ends there. `in part`: of what is read at once, half is left for later.
 */
export type CallFault = (typeof callFaults)[number] | 'in part';
export const callFaults = [
  'lost',
  'unanswered',
  'throttled',
  'twice',
  'slow',
  'killed before',
  'killed after',
] as const;

/** An error that Step Functions gets for a Task, before the function or machine was started or after it has. */
export type TaskFault = { error: string; when: 'before' | 'after' };

/** What goes wrong in a world, and how long everything takes (milliseconds). */
export type Plan = {
  /** True when all that goes wrong with calls is that mails are refused: whoever sends one knows that it was not sent. */
  onlyRefuses: boolean;
  call(call: Call): CallFault | undefined;
  task(of: { stateName: string; machine: string }): TaskFault | undefined;
  /** Whether something that is delivered at least once is delivered again. */
  again(what: string): boolean;
  /** How long something takes; by chance, so that what happens at once happens in any order. */
  delay(least: number, most: number): number;
  /** How long what changed in a table waits until its stream is looked at. */
  lag(): number;
  /** How wrong the clock of a function is when it starts. */
  skew(): number;
};

/** Nothing goes wrong, and nothing takes time; streams are looked at four times a second, as Lambda does. */
export const calm: Plan = {
  onlyRefuses: true,
  call: () => undefined,
  task: () => undefined,
  again: () => false,
  delay: () => 0,
  lag: () => 250,
  skew: () => 0,
};
