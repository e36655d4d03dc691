import type { Functions, LambdaFunction } from './function-runtime.ts';
import type { CallTables, Table } from './tables.ts';

/** Stands between the functions and what they are charged for. */
export interface Meter {
  /** The way to the tables, with something that counts on it. */
  tables(tables: readonly Table[], call: CallTables): CallTables;
  /** Runs a function that was called. */
  invoke<T>(called: LambdaFunction, run: () => Promise<T>): Promise<T>;
}

export const metered = (functions: Functions, meter: Meter | undefined): Functions =>
  meter
    ? {
        ...functions,
        invoke: (name, payload) => meter.invoke(functions.find(name), () => functions.invoke(name, payload)),
      }
    : functions;
