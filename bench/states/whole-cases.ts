import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../../local/clock.ts';
import { createEngine, type Engine } from '../../local/states/engine.ts';
import type { Json } from '../../local/states/json.ts';
import { seeded } from '../../local/states/random.ts';

// The reference case as its three state machines are deployed: frozen, reviewed, investigated, triaged, closed, and the
// customer asked. Whoever is waited for answers after some hours.

const machines = ['case', 'investigation', 'survey'] as const;
const arnOf = (name: string) => `arn:aws:states:eu-central-1:111111111111:stateMachine:${name}`;
const [hour, day] = [3_600_000, 86_400_000];
const inviteAt = new Date(3 * day).toISOString();

const answers: Record<string, Json> = {
  FreezeAccounts: { accounts: 3, cards: 2 },
  ReviewCase: { findings: 1 },
  ConcludeInvestigation: { reviews: 1 },
  CloseCase: { inviteAt, remindAfterSeconds: 3 * 86_400, reminders: 1, expireAfterSeconds: 11 * 86_400 },
};
const awaited: Record<string, object> = {
  OpenInvestigation: { reviews: 1 },
  OpenTriage: { outcome: 'resolved' },
  InviteCustomer: { outcome: 'answered' },
};

function definitionOf(name: string): string {
  const text = readFileSync(join(import.meta.dirname, `../../statemachines/${name}.asl.json`), 'utf8');
  return text.replace(/\$\{(\w+)\}/g, (_, row: string) =>
    row.endsWith('Workflow') ? arnOf(row.replace('Workflow', '').toLowerCase()) : row,
  );
}

/** Plays so many cases at once, each to the end of all its runs. */
export async function playCases(cases: number): Promise<void> {
  const clock = new MovableClock({ start: 0 });
  const engine: Engine = createEngine({
    ...{ clock, random: seeded(1), region: 'eu-central-1', account: '111111111111' },
    invokeFunction: async (called, payload) => {
      const output = awaited[called];
      const { taskToken } = payload as { taskToken?: string };
      if (output && taskToken)
        clock.at(clock.now() + hour, () => engine.sendTaskSuccess({ taskToken, output: JSON.stringify(output) }));
      return { payload: answers[called] ?? null };
    },
  });
  for (const name of machines)
    engine.createStateMachine({
      name,
      definition: definitionOf(name),
      roleArn: 'arn:aws:iam::111111111111:role/bench',
    });
  for (let n = 0; n < cases; n++) {
    const input = JSON.stringify({ caseId: `case_${n}`, cycle: 1 });
    engine.startExecution({ stateMachineArn: arnOf('case'), name: `case_${n}-1`, input });
  }
  await clock.advance(5 * day);
  for (const name of machines) {
    const { items } = engine.listExecutions({ stateMachineArn: arnOf(name), maxResults: 1000, status: 'SUCCEEDED' });
    if (items.length !== cases) throw new Error(`${items.length} of ${cases} runs of ${name} succeeded`);
  }
}
