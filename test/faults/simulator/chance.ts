import { seeded } from '../../../local/states/random.ts';

/** Chance from a seed, in the words a simulation asks for it. */
export class Chance {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
    this.next();
  }

  /** A chance of its own for one purpose, so that more of it here changes nothing there. */
  fork(): Chance {
    return new Chance(Math.floor(this.next() * 2 ** 32));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** From `least` up to `most`, both included, in whole numbers. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)] as T;
  }
}
