import { day, type Errands } from './errands.ts';

/**
 * Somebody stops runs that ought to go on, in the console of Step Functions: a survey, an investigation, the run of a
 * case that is open.
 */
export function stopRuns({ world, during }: Errands, times: number): void {
  const { clock, chance, truth, running } = world;

  function stopOne(): void {
    const open = running().filter(({ beginning: { machineName, input } }) => {
      const { caseId } = JSON.parse(input) as { caseId: string };
      return machineName === 'survey' || truth.of(caseId).current.status === 'open';
    });
    if (open.length > 0) world.stopByHand(chance.pick(open).beginning.arn);
  }

  for (let n = 0; n < times; n++) during(clock.sleep(chance.between(0, 6 * day)).then(stopOne));
}
