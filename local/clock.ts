/** Milliseconds since the epoch, and timers on that same time line. */
export interface Clock {
  now(): number;
  /** Runs `task` once, as soon as the clock has reached `time`. Returns what cancels it. */
  at(time: number, task: () => void): () => void;
  /** Work that must end before the clock may jump over it. Hands the promise back. */
  during<T>(work: Promise<T>): Promise<T>;
}

type Timer = { time: number; order: number; task: () => void };

const LONGEST_REAL_TIMER = 2 ** 31 - 1;

/** Lets everything that is already on its way (micro tasks, sockets that are readable) happen. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A clock that can be moved forward. `running: true` follows real time, ahead of it by what it was moved;
 * `running: false` stands still between moves, so that a year passes in the time its work takes.
 */
export class MovableClock implements Clock {
  readonly #running: boolean;
  #ahead: number;
  #still: number;
  #order = 0;
  #timers: Timer[] = [];
  #wake: NodeJS.Timeout | undefined;
  #pending = new Set<Promise<unknown>>();
  #moving: Promise<void> = Promise.resolve();

  constructor({ start = Date.now(), running = false }: { start?: number; running?: boolean } = {}) {
    this.#running = running;
    this.#still = start;
    this.#ahead = start - Date.now();
  }

  now(): number {
    return this.#running ? Date.now() + this.#ahead : this.#still;
  }

  at(time: number, task: () => void): () => void {
    const timer: Timer = { time, order: this.#order++, task };
    this.#timers.splice(this.#before(timer), 0, timer);
    this.#arm();
    return () => {
      const place = this.#before(timer);
      if (this.#timers[place] === timer) this.#timers.splice(place, 1);
    };
  }

  /** How many fall due before this one. */
  #before({ time, order }: Timer): number {
    let [low, high] = [0, this.#timers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#timers[middle] as Timer;
      if (other.time < time || (other.time === time && other.order < order)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  during<T>(work: Promise<T>): Promise<T> {
    this.#pending.add(work);
    const done = () => void this.#pending.delete(work);
    work.then(done, done);
    return work;
  }

  /** Moves the clock and runs what falls due on the way, in order, each with everything it causes. */
  advance(milliseconds: number): Promise<void> {
    const move = this.#moving.then(() => this.#advance(this.now() + milliseconds));
    this.#moving = move.catch(() => undefined);
    return move;
  }

  /** Waits until nothing is under way; no time passes. */
  async settle(): Promise<void> {
    for (let calm = 0; calm < 2; ) {
      await turn();
      if (this.#pending.size > 0) await Promise.allSettled(this.#pending);
      calm = this.#pending.size === 0 ? calm + 1 : 0;
    }
  }

  /** When the next timer falls due, if there is one. */
  get next(): number | undefined {
    return this.#timers[0]?.time;
  }

  /** Forgets all timers, so that a process can end. */
  stop(): void {
    this.#timers = [];
    clearTimeout(this.#wake);
  }

  async #advance(target: number): Promise<void> {
    await this.settle();
    for (let next = this.#timers[0]; next && next.time <= target; next = this.#timers[0]) {
      this.#moveTo(next.time);
      this.#timers.shift();
      next.task();
      await this.settle();
    }
    this.#moveTo(target);
    this.#arm();
  }

  #moveTo(time: number): void {
    this.#still = Math.max(this.#still, time);
    this.#ahead = Math.max(this.#ahead, time - Date.now());
  }

  #arm(): void {
    if (!this.#running) return;
    clearTimeout(this.#wake);
    const next = this.#timers[0];
    if (!next) return;
    this.#wake = setTimeout(() => this.#fire(), Math.min(Math.max(0, next.time - this.now()), LONGEST_REAL_TIMER));
  }

  #fire(): void {
    const due = this.#timers.filter((timer) => timer.time <= this.now());
    this.#timers = this.#timers.slice(due.length);
    for (const { task } of due) task();
    this.#arm();
  }
}
