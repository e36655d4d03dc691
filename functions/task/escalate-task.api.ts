import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { keepNote, Note } from '../case/note.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { caseIdOf, TaskId } from '../shared/ids.ts';
import { mustSeeTask } from './access.ts';
import { changeTask } from './change-task.ts';
import { escalateTask } from './escalate-task.ts';
import { EscalationReason } from './task.ts';

// POST /tasks/{taskId}/escalate: to the next line
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), policies: policyStore(db, env.POLICIES_TABLE) };
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ taskId: TaskId });
const body = z.strictObject({ reason: EscalationReason, note: z.optional(Note) });

export const handler = api({ path, body }, async (request) => {
  const { taskId } = request.path;
  const before = await world.cases.load(caseIdOf(taskId));
  mustSeeTask(before, taskId, await world.policies.teams(), request);
  const { reason, note } = request.body;
  const noteId = await keepNote(vault, before.customerId, note, request.command);
  return changeTask(world, request, (teams) => escalateTask({ taskId, reason, noteId }, request.caller, teams));
});
