import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { showCase } from './case-view.ts';
import { caseWorkflow } from './case-workflow.ts';
import { Channel } from './channel.ts';
import { ReopenReason } from './life-fact.ts';
import { keepNote, Note } from './note.ts';
import { reopen } from './reopen-case.ts';
import { reportStore } from './report-store.ts';

// POST /cases/{caseId}/reopen: or goes on with it in a new case, whose id the answer has
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE'] as const),
  ...(['CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN'] as const),
);
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), reports: reportStore(db, env.CASE_VIEWS_TABLE) };
const vault = vaultStore(db, env.VAULT_TABLE);
const workflow = caseWorkflow(sfn(), { case: env.CASE_WORKFLOW_ARN, complaint: env.COMPLAINT_WORKFLOW_ARN });
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ reason: ReopenReason, channel: Channel, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await world.cases.load(caseId), caseId, request);
  const { note, ...wish } = request.body;
  const noteId = await keepNote(vault, seen.customerId, note, command);
  const see = (before: typeof seen) => mustSee(before, before.caseId, request);
  const current = await reopen(world, caseId, { ...wish, noteId }, request.change, see);
  await workflow.start(current);
  return { body: { ...showCase(current, request.scope), continued: current.caseId !== caseId } };
});
