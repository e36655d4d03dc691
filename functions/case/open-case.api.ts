import * as z from 'zod/mini';
import { ComplaintTopic } from '../complaint/complaint.ts';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CardId, PersonId, TransactionId } from '../shared/ids.ts';
import { Expectation } from '../survey/survey-fact.ts';
import { caseStore } from './case-store.ts';
import { showCase } from './case-view.ts';
import { caseWorkflow } from './case-workflow.ts';
import { Channel } from './channel.ts';
import { reportOf } from './open-case.ts';
import { reportStore } from './report-store.ts';
import { takeReport } from './take-report.ts';

// POST /cases
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const reports = reportStore(db, env.CASE_VIEWS_TABLE);
const workflow = caseWorkflow(sfn(), { case: env.CASE_WORKFLOW_ARN, complaint: env.COMPLAINT_WORKFLOW_ARN });
const common = { channel: Channel, customerId: z.optional(PersonId), expected: z.optional(Expectation) };
const body = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lost-card'), cardId: CardId, ...common }),
  z.strictObject({ type: z.literal('suspicious-payment'), transactionId: TransactionId, ...common }),
  z.strictObject({ type: z.literal('complaint'), topic: ComplaintTopic, ...common }),
]);

export const handler = api({ body }, async (request) => {
  const report = reportOf(request.body, request.caller, request.scope);
  request.about(report.customerId);
  const { ifMatch: _, ...change } = request.change; // there is no version yet
  const { current, joined } = await takeReport(cases, reports, report, change);
  await workflow.start(current);
  return { status: joined ? 200 : 201, body: { ...showCase(current, request.scope), joined } };
});
