import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore } from '../case/case-store.ts';
import { keepNote, Note } from '../case/note.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId, TaskId } from '../shared/ids.ts';
import { openFollowUp } from './open-follow-up.ts';
import { followUpOf, showTask, TeamId } from './task.ts';

// POST /cases/{caseId}/tasks
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const path = z.object({ caseId: CaseId });
const hours = z._default(z.int().check(z.gte(1), z.lte(8760)), 48);
const body = z.strictObject({ team: TeamId, hours, after: z.optional(TaskId), note: z.optional(Note) });

export const handler = api({ path, body }, async (request) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const { note, ...followUp } = request.body;
  const noteId = await keepNote(vault, seen.customerId, note, request.command);
  const decide = openFollowUp({ ...followUp, noteId }, await policies.teams(), request.now);
  const current = await cases.change(caseId, request.change, decide);
  return { status: 201, body: showTask(followUpOf(current.tasks)) };
});
