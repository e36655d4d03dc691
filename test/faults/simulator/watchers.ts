import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import type { Known as Execution } from '../../../local/states/known.ts';
import type { Written } from '../../../local/table/database.ts';
import type { Answered, Request } from './api.ts';
import type { BusEvent } from './events.ts';
import type { Mail } from './post-office.ts';

/** Looks at everything that happens, and says so when it must not have. */
export type Watcher = {
  wrote?(write: Written, event: CaseEvent | undefined): void;
  mailed?(mail: Mail): void;
  answered?(request: Request, answer: Answered): void;
  ended?(execution: Execution): void;
  /** A function wrote a line to its log; metrics are lines as well. */
  logged?(line: string): void;
  /** The event bus was told. */
  told?(event: BusEvent): void;
  /** What could not be handled, as it lies among the dead letters. */
  gaveUp?(entry: string, payload: unknown): void;
  /** Nothing is under way any more, and nothing will be. */
  settled?(): void;
};
type Looking = { readonly [Kind in keyof Watcher]-?: Required<Watcher>[Kind][] };

/** All who look at a world, by what they look at: a hundred writes a case, and most look at something else. */
export class Watchers implements Looking {
  readonly wrote: Looking['wrote'] = [];
  readonly mailed: Looking['mailed'] = [];
  readonly answered: Looking['answered'] = [];
  readonly ended: Looking['ended'] = [];
  readonly logged: Looking['logged'] = [];
  readonly told: Looking['told'] = [];
  readonly gaveUp: Looking['gaveUp'] = [];
  readonly settled: Looking['settled'] = [];

  add({ wrote, mailed, answered, ended, logged, told, gaveUp, settled }: Watcher): void {
    if (wrote) this.wrote.push(wrote);
    if (mailed) this.mailed.push(mailed);
    if (answered) this.answered.push(answered);
    if (ended) this.ended.push(ended);
    if (logged) this.logged.push(logged);
    if (told) this.told.push(told);
    if (gaveUp) this.gaveUp.push(gaveUp);
    if (settled) this.settled.push(settled);
  }
}
