import { caseStore } from '../../functions/case/case-store.ts';
import type { Cloud } from '../../local/cloud/cloud.ts';
import { awsClient } from '../../local/laptop.ts';
import { endPosting, startPosting } from '../../local/seed/seed-ledger.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

export type ConsoleScene = Awaited<ReturnType<typeof consoleScene>>;

/**
 * A laptop on which things went well, slowly and badly: a case whose freeze was refused for good, so that its run waits
 * for operations, and of whose letter nobody knows whether it went out; one whose run failed since nobody could be asked; one whose freeze was tried again and is being
 * investigated; and one whose run somebody stopped.
 */
export async function consoleScene() {
  const world = await virtualLaptop('2026-10-05T08:00:00Z');
  const { cloud, clock } = world.laptop;
  const ledger = [awsClient(cloud), cloud.nameOf('Ledger')] as const;
  const machine = cloud.engine.listStateMachines({}).items.find(({ name }) => name.endsWith('-case'));
  const runOf = (caseId: string) => `${machine?.arn.replace(':stateMachine:', ':execution:')}:${caseId}-1`;
  const failedStep = (caseId: string) =>
    world.until('operations are asked', async () =>
      (await world.caseOf(caseId)).tasks.some(({ kind, status }) => kind === 'failed-step' && status === 'open'),
    );

  const reza = { customerId: 'cus_reza', target: 'acc_reza1' };
  await startPosting(...ledger, reza);
  const abandoned = await world.report('cus_reza', 'card_reza1');
  await failedStep(abandoned);
  await failWait(cloud, runOf(abandoned));
  await world.until('its run has failed', async () => (await world.caseOf(abandoned)).tasks.length > 1);

  const james = { customerId: 'cus_james', target: 'acc_james2' };
  await startPosting(...ledger, james);
  const handed = await world.report('cus_james', 'card_james1');
  await failedStep(handed);
  const letter = { mailId: 'a'.repeat(32), letter: 'accounts-frozen', to: 'cus_james' } as const;
  const by = { by: 'mail', at: new Date(clock.now()).toISOString() };
  await caseStore(ledger[0], cloud.nameOf('CaseEvents')).change(handed, by, () => [
    { kind: 'mail-unconfirmed', data: letter },
  ]);

  const maryam = { customerId: 'cus_maryam', target: 'acc_maryam1' };
  await startPosting(...ledger, maryam);
  const investigated = await world.report('cus_maryam', 'card_maryam1');
  await clock.advance(3_000);
  await endPosting(...ledger, maryam);
  await world.until('departments work on it', async () =>
    (await world.caseOf(investigated)).tasks.some(({ kind }) => kind === 'fraud-review'),
  );

  const stopped = await world.report('cus_anna', 'card_anna1');
  await world.until('the triage is open', async () =>
    (await world.caseOf(stopped)).tasks.some(({ kind }) => kind === 'triage'),
  );
  cloud.engine.stopExecution({ executionArn: runOf(stopped) });
  await failedStep(stopped);
  return { ...world, abandoned, handed, investigated, stopped };
}

/** What happens to a run after nobody answered for a month, without the month. */
async function failWait({ engine }: Cloud, executionArn: string): Promise<void> {
  const { items } = await engine.getExecutionHistory({ executionArn, maxResults: 1000 });
  const [taskToken = ''] = JSON.stringify(items).match(/(?<=taskToken\\*":\\*")[^"\\]+(?!.*taskToken)/) ?? [];
  engine.sendTaskFailure({ taskToken, error: 'States.Timeout', cause: 'Nobody answered' });
}
