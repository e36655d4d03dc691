import type { Machines } from '../../functions/case/runs.ts';

const arn = (name: string) => `arn:aws:states:eu-central-1:1:stateMachine:${name}`;

/** Where the machines of a test are. */
export const machines: Machines = {
  case: arn('case'),
  complaint: arn('complaint'),
  investigation: arn('investigation'),
  survey: arn('survey'),
};
