import type { Beginning } from './beginning.ts';
import type { Happening } from './happening.ts';
import type { End } from './host.ts';

export type KeptMachine = {
  readonly kind: 'machine';
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  /** Milliseconds since the epoch. */
  readonly creationDate: number;
  /** Names this text of the definition; a run ends on the revision it began with. */
  readonly revision: string;
};

/** One line of what an engine has to remember. In the order they were made, they bring every execution back. */
export type Kept =
  | KeptMachine
  | { readonly kind: 'started'; readonly revision: string; readonly beginning: Beginning }
  | { readonly kind: 'happened'; readonly arn: string; readonly happening: Happening }
  | { readonly kind: 'ended'; readonly arn: string; readonly end: End };

/** Where an engine keeps its executions. `append` must have stored the line when it returns. */
export interface ExecutionKeeper {
  read(): Iterable<Kept>;
  append(line: Kept): void;
}
