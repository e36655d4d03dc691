import type { Clock } from '../../../local/clock.ts';

type Timer = { readonly time: number; readonly order: number; task: (() => void) | undefined };

/** Time that passes only from timer to timer, as fast as the work in between allows. */
export class SteppingClock implements Clock {
  #now: number;
  #order = 0;
  /** A heap: each timer is due before the two below it. */
  readonly #heap: Timer[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  at(time: number, task: () => void): () => void {
    const timer: Timer = { time, order: this.#order++, task };
    this.#up(timer);
    return () => {
      timer.task = undefined;
    };
  }

  after(milliseconds: number, task: () => void): void {
    this.at(this.#now + milliseconds, task);
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  during<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  /** When the next timer is due, if there is one. */
  get next(): number | undefined {
    while (this.#heap[0] && !this.#heap[0].task) this.#pop();
    return this.#heap[0]?.time;
  }

  /** Lets the next timer happen. False when there is none. */
  step(): boolean {
    if (this.next === undefined) return false;
    const { time, task } = this.#pop() as Timer;
    this.#now = Math.max(this.#now, time);
    task?.();
    return true;
  }

  #up(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.length;
    for (let above = (at - 1) >> 1; at > 0 && isBefore(timer, heap[above] as Timer); above = (at - 1) >> 1) {
      heap[at] = heap[above] as Timer;
      at = above;
    }
    heap[at] = timer;
  }

  #pop(): Timer | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (let below = 1; below < heap.length; below = 2 * at + 1) {
      const right = heap[below + 1];
      if (right && isBefore(right, heap[below] as Timer)) below++;
      if (!isBefore(heap[below] as Timer, last)) break;
      heap[at] = heap[below] as Timer;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (a: Timer, b: Timer): boolean => a.time < b.time || (a.time === b.time && a.order < b.order);
