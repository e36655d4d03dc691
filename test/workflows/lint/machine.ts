import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Assign = Record<string, unknown>;
export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxAttempts?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: string;
};
export type Catcher = { ErrorEquals: string[]; Next: string; Assign?: Assign };
export type State = {
  Type: 'Task' | 'Choice' | 'Wait' | 'Pass' | 'Succeed' | 'Fail';
  Resource?: string;
  Arguments?: { Payload?: Record<string, unknown>; Input?: Record<string, unknown> };
  TimeoutSeconds?: number | string;
  Retry?: Retrier[];
  Catch?: Catcher[];
  Choices?: { Condition: string; Next: string; Assign?: Assign }[];
  Default?: string;
  Assign?: Assign;
  Next?: string;
  End?: boolean;
};
export type Machine = {
  StartAt: string;
  TimeoutSeconds?: number;
  QueryLanguage?: string;
  States: Record<string, State>;
};

const folder = join(import.meta.dirname, '../../../statemachines');

/** Every state machine that is deployed, by its name. */
export const machines: [string, Machine][] = readdirSync(folder)
  .filter((file) => file.endsWith('.asl.json'))
  .map((file) => [file.replace('.asl.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Machine]);

/** One way out of a state: what is set on it, and the condition it is taken under. */
export type Way = { to: string; sets: Assign; condition?: string };

export function waysOut(state: State): Way[] {
  const { Next, Default, Assign = {}, Choices = [], Catch = [] } = state;
  return [
    ...(Next ? [{ to: Next, sets: Assign }] : []),
    ...Choices.map((choice) => ({ to: choice.Next, sets: choice.Assign ?? {}, condition: choice.Condition })),
    ...(Default ? [{ to: Default, sets: Assign }] : []),
    // What a state assigns when it succeeds is not assigned when it fails.
    ...Catch.map((catcher) => ({ to: catcher.Next, sets: catcher.Assign ?? {} })),
  ];
}
