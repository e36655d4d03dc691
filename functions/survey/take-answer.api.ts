import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { waitStore } from '../task/wait-store.ts';
import { definitionStore } from './definition-store.ts';
import { invitationStore } from './invitation-store.ts';
import { rulesStore } from './rules-store.ts';
import { QuestionId } from './survey-fact.ts';
import { takeAnswer } from './take-answer.ts';

// POST /cases/{caseId}/survey/answer
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const versions = versionStore(db, env.POLICIES_TABLE);
const stores = { cases: caseStore(db, env.CASE_EVENTS_TABLE), vault: vaultStore(db, env.VAULT_TABLE), runs: sfn() };
const views = { invitations: invitationStore(db, env.CASE_VIEWS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE) };
const world = { ...stores, ...views, definitions: definitionStore(versions), rules: rulesStore(versions) };
const Said = z.union([z.int(), z.string().check(z.maxLength(4000)), z.array(z.string()).check(z.maxLength(20))]);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ token: z.string(), form: z.string(), answers: z.record(QuestionId, Said) });

export const handler = api({ path, body }, async (request) => ({
  body: await takeAnswer(world, { ...request.path, ...request.body }, request),
}));
