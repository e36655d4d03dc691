import { day, type Errands, hour } from './errands.ts';

/**
 * Somebody stops runs that ought to go on, in the console of Step Functions: a survey, an investigation, the run of a
 * case that is open. They do so at any moment, or soon after somebody has seen to a step of its case that had failed.
 */
export function stopRuns({ world, during }: Errands, times: number): void {
  const { clock, chance, truth, running, watchers } = world;

  function stopOne(of?: string): void {
    const open = running().filter(({ beginning: { machineName, input } }) => {
      const { caseId } = JSON.parse(input) as { caseId: string };
      if (of && caseId !== of) return false;
      return machineName === 'survey' || truth.of(caseId).current.status === 'open';
    });
    if (open.length > 0) world.stopByHand(chance.pick(open).beginning.arn);
  }

  let afterSteps = 0;
  for (let n = 0; n < times; n++) {
    if (chance.happens(0.5)) afterSteps++;
    else during(clock.sleep(chance.between(0, 6 * day)).then(() => stopOne()));
  }
  watchers.add({
    wrote(_, event) {
      const seenTo = event?.fact.kind === 'task-completed' && event.fact.data.outcome === 'handled';
      if (!seenTo || afterSteps === 0) return;
      afterSteps--;
      during(clock.sleep(chance.between(0, hour)).then(() => stopOne(event.caseId)));
    },
  });
}
