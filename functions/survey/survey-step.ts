import * as z from 'zod/mini';
import { StepInput, WaitingInput } from '../shared/step.ts';

const Count = z.int().check(z.positive());

/** What a step that waits for an answer is handed; runs from before there were rounds are in the first. */
export const AskingInput = z.extend(WaitingInput, { round: z._default(Count, 1) });

/** And the one that reminds: the number of the reminder, from 1 on. */
export const RemindingInput = z.extend(AskingInput, { number: z._default(Count, 1) });

export const ConcludingInput = z.extend(StepInput, { round: z._default(Count, 1) });
