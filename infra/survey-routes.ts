import type { Route } from './route.ts';
import { cases, casesRead, type Uses } from './uses.ts';

const look = {
  ...casesRead,
  CASE_VIEWS_TABLE: ['GetItem'],
  VAULT_TABLE: ['GetItem'],
  POLICIES_TABLE: ['Query'],
  ORGANISATION: true,
} as const satisfies Uses;
const answer = {
  ...look,
  ...cases,
  CASE_VIEWS_TABLE: ['GetItem', 'DeleteItem'],
  VAULT_TABLE: ['GetItem', 'PutItem'],
} as const satisfies Uses;

/** The pages behind the link of a survey, for whoever has it; and the same for clients with pages of their own. */
export const surveyRoutes: Route[] = [
  { method: 'GET', path: '/surveys/{token}', entry: 'survey/show-survey', callers: 'public', uses: look },
  {
    method: 'POST',
    path: '/surveys/{token}',
    entry: 'survey/answer-survey',
    callers: 'public',
    uses: { ...answer, CASE_VIEWS_TABLE: ['GetItem', 'PutItem', 'DeleteItem'] },
    answers: ['survey'],
  },
  {
    method: 'GET',
    path: '/surveys/{token}/unsubscribe',
    entry: 'survey/show-unsubscribe',
    callers: 'public',
    uses: look,
  },
  {
    method: 'POST',
    path: '/surveys/{token}/unsubscribe',
    entry: 'survey/unsubscribe',
    callers: 'public',
    uses: answer,
    answers: ['survey'],
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/survey/link',
    entry: 'survey/link-survey',
    callers: { customer: 'own', service: 'any' },
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['GetItem', 'PutItem'],
      VAULT_TABLE: ['GetItem'],
      POLICIES_TABLE: ['Query'],
      PUBLIC_URL: true,
    },
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/survey/answer',
    entry: 'survey/take-answer',
    callers: { customer: 'own', service: 'any' },
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['GetItem', 'DeleteItem'],
      VAULT_TABLE: ['GetItem', 'PutItem'],
      POLICIES_TABLE: ['Query'],
    },
    answers: ['survey'],
  },
];
