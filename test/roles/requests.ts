import { shippedCalendars } from '../../functions/calendar/shipped-calendars.ts';
import { shippedCaseRules } from '../../functions/case/case-rules.ts';
import { shippedReminders } from '../../functions/reminder/reminder.ts';
import { shippedRetention } from '../../functions/retention/retention.ts';
import { shippedSla } from '../../functions/sla/shipped-sla.ts';
import { shownFormFor } from '../../functions/survey/form-token.ts';
import { shippedDefinitions } from '../../functions/survey/shipped-definitions.ts';
import { shippedRules } from '../../functions/survey/survey-rules.ts';
import { amir } from '../support/mail-world.ts';
import { teams } from '../support/teams.ts';
import type { Objects } from './objects.ts';

type About = Objects & { me: string; customer: string; outcome: string };
type Sent = { body?: unknown; query?: Record<string, string>; headers?: Record<string, string> };

// What is sent along a route where nothing but the role can be wrong with it. A route that needs no more than its
// path is not here.
export const requests: Record<string, (about: About) => Sent> = {
  'POST /cases': ({ customer }) => ({
    body: {
      type: 'lost-card',
      cardId: `card_${Math.random().toString(36).slice(2)}`,
      channel: 'app',
      customerId: customer,
    },
  }),
  'GET /cases': ({ customer }) => ({ query: { customer } }),
  'POST /cases/{caseId}/interactions': () => ({ body: { channel: 'email', direction: 'inbound', text: 'Hello' } }),
  'POST /cases/{caseId}/close': () => ({ body: { resolution: 'resolved' } }),
  'POST /cases/{caseId}/cancel': () => ({ body: { reason: 'duplicate', accounts: 'unfreeze' } }),
  'POST /cases/{caseId}/reopen': () => ({ body: { reason: 'not-solved', channel: 'app' } }),
  'POST /cases/{caseId}/merge': ({ other }) => ({ body: { into: other } }),
  'POST /cases/{caseId}/links': ({ other }) => ({ body: { to: other, as: 'child' } }),
  'POST /cases/{caseId}/tasks': () => ({ body: { team: 'fraud', hours: 8 } }),
  'POST /cases/{caseId}/wait': () => ({ body: { for: 'customer-documents' } }),
  'POST /cases/{caseId}/transfer': () => ({ body: { team: 'disputes', reason: 'overloaded' } }),
  'POST /cases/{caseId}/priority': () => ({ body: { priority: 'high', reason: 'deadline' } }),
  'POST /cases/{caseId}/owner': ({ me }) => ({ body: { owner: me } }),
  'POST /cases/{caseId}/approvals': () => ({ body: { request: { action: 'unfreeze', targets: ['acc_1'] } } }),
  'POST /approvals/{approvalId}/decide': () => ({ body: { decision: 'approved' } }),
  'GET /tasks': ({ team }): Sent => (team ? { query: { team } } : {}),
  'POST /tasks/{taskId}/release': () => ({ body: { reason: 'overloaded' } }),
  'POST /tasks/{taskId}/assign': ({ team }) => ({ body: { to: team === 'fraud' ? 'ben' : 'amy' } }),
  'POST /tasks/{taskId}/complete': ({ outcome }) => ({ body: { outcome } }),
  'POST /tasks/{taskId}/escalate': () => ({ body: { reason: 'customer-insists' } }),
  'PUT /people/{personId}/absence': () => ({ body: { absent: false } }),
  'POST /surveys/{token}': ({ token }) => ({
    body: `satisfaction=5&_form=${shownFormFor(token, 0, '2026-11-20T09:00:00.000Z')}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  'POST /cases/{caseId}/survey/answer': () => ({ body: { token: 'made-up', form: '', answers: {} } }),
  'POST /customers/{personId}/legal-hold': () => ({ body: { reason: 'dispute' } }),
  'POST /customers/{personId}/erasure': () => ({ body: { reason: 'asked-by-the-person' } }),
  'POST /customers/{personId}/erasure/decide': () => ({ body: { decision: 'approved' } }),
  'PUT /contacts/{personId}': () => ({ body: amir }),
  'PUT /customers/{personId}/consent': () => ({ body: { surveys: 'no' } }),
  'GET /audit/access': ({ customer }) => ({ query: { customer } }),
  'GET /audit/observations': () => ({ query: { report: 'overrides' } }),
  'GET /audit/verify': () => ({ query: { case: `case_${'0'.repeat(26)}` } }),
  'POST /campaigns': () => ({ body: { name: 'Autumn', survey: 'relationship', audience: { from: 'list' } } }),
  'PUT /campaigns/{campaignId}/customers/{page}': () => ({ body: { customers: ['cus_anna'] } }),
  'PUT /policies/teams': () => ({ body: { teams } }),
  'PUT /policies/cases': () => ({ body: shippedCaseRules }),
  'PUT /policies/reminders': () => ({ body: shippedReminders }),
  'PUT /policies/calendars': () => ({ body: { calendars: shippedCalendars } }),
  'PUT /policies/surveys/{surveyId}': () => ({ body: shippedDefinitions['after-case'] }),
  'PUT /policies/survey-rules': () => ({ body: shippedRules }),
  'PUT /policies/retention': () => ({ body: shippedRetention }),
  'PUT /policies/sla': () => ({ body: { sla: shippedSla } }),
};
