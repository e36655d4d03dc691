import * as z from 'zod/mini';
import { correlated } from './correlation.ts';
import { CaseId } from './ids.ts';
import { type Instant, now } from './now.ts';

const Cycle = z.int().check(z.positive());
const RunInput = z.object({ caseId: CaseId, run: z.string() });
/**
 * What every step of a workflow is handed: ids only. `run` is the name of the run; one from before it was handed over
 * names no cycle, and means the one that the case is in.
 */
export const StepInput = z.extend(RunInput, { cycle: z.optional(Cycle) });
/**
 * And what a step that waits is handed besides. `turn` rises with every token that a state makes, by the clock of Step
 * Functions; runs from before it was handed over have none.
 */
export const WaitingInput = z.extend(RunInput, {
  cycle: Cycle,
  taskToken: z.string(),
  turn: z._default(z.string(), ''),
});

type Doing = { at: Instant; by: string; run: string };

/**
 * A step of a state machine: `act` gets its checked input and when and as whom it acts. What it throws goes to the
 * state machine by name, and its Retry and Catch decide.
 */
export const step =
  <S extends typeof RunInput, R>(schema: S, act: (input: z.output<S>, change: Doing) => Promise<R>) =>
  async (payload: unknown): Promise<R> => {
    const input = schema.parse(payload) as z.output<S>;
    return correlated(undefined, () => act(input, { at: now(), by: 'workflow', run: input.run }));
  };
