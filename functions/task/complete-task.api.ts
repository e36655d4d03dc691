import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { caseIdOf, idOf, TaskId } from '../shared/ids.ts';
import { mustSeeTask } from './access.ts';
import { taskOf } from './claim-task.ts';
import { completeAndGoOn } from './complete-and-go-on.ts';
import { Outcome, showTask } from './task.ts';
import { Evidence } from './task-form.ts';
import { waitStore } from './wait-store.ts';

// POST /tasks/{taskId}/complete
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const world = { cases, vault, waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };
const path = z.object({ taskId: TaskId });
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000));
const form = z.optional(z.record(z.string(), z.unknown()));
const body = z.strictObject({ outcome: Outcome, form, evidence: z.optional(Evidence), note: z.optional(note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { taskId } = request.path;
  const teams = await policies.teams();
  const noteId = request.body.note && idOf('note', command);
  const { change } = request;
  const current = await completeAndGoOn(world, { taskId, noteId, ...request.body }, change, (before) =>
    mustSeeTask(before, taskId, teams, request),
  );
  return { body: { ...showTask(taskOf(current, taskId)), caseId: caseIdOf(taskId) } };
});
