import { StateFailure } from './failure.ts';
import { type Left, leave } from './leave.ts';
import type { ChoiceState } from './machine.ts';
import { fill } from './template.ts';
import type { Step } from './thread.ts';
import { bindings, type Visit } from './visit.ts';
import { wrongType } from './wrong-type.ts';

/** The first rule that is true decides. The state's own Output and Assign belong to its Default alone. */
export function* choose(visit: Visit, state: ChoiceState): Generator<Step, Left, unknown> {
  const names = bindings(visit);
  for (const rule of state.rules) {
    const answer = yield* fill(rule.condition, names);
    if (typeof answer !== 'boolean') throw wrongType(rule.condition, 'boolean', answer);
    if (answer) return yield* leave(visit, rule, { unchanged: visit.input, next: rule.next });
  }
  if (state.next === undefined)
    throw new StateFailure(
      'States.NoChoiceMatched',
      `An error occurred while executing the state '${visit.name}' (entered at the event id #${visit.entered}). Failed to transition out of the state. The state does not point to a next state.`,
      'state',
      visit.entered,
    );
  return yield* leave(visit, state, { unchanged: visit.input, next: state.next });
}
