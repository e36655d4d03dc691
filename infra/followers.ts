import type { Background } from './background.ts';
import { cases } from './uses.ts';

// What reads the events of all cases, those of each in order.
export const followers = {
  /** Lists, and the safety net behind every hand-over. */
  FollowCase: {
    entry: 'case/follow-case.stream',
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['PutItem', 'UpdateItem', 'GetItem', 'DeleteItem', 'Query'],
      OBSERVATIONS_TABLE: ['PutItem'],
      POLICIES_TABLE: ['Query'],
      ACCOUNT_SYSTEM: ['unfreeze'],
      CASE_WORKFLOW_ARN: ['StartExecution', 'StopExecution'],
      COMPLAINT_WORKFLOW_ARN: ['StartExecution', 'StopExecution'],
      INVESTIGATION_WORKFLOW_ARN: ['StopExecution'],
      SURVEY_WORKFLOW_ARN: ['StartExecution', 'DescribeExecution'],
      EVENTS: true,
    },
    answers: ['case', 'complaint', 'investigation', 'survey'],
  },
  /** Letters that follow from what happened. */
  TellCustomer: {
    entry: 'mail/tell-customer.stream',
    kinds: [
      ...['freeze-completed', 'case-closed', 'case-cancelled', 'case-reopened', 'waiting-reminded'],
      ...['complaint-acknowledged', 'complaint-stage-reached', 'mail-resend-asked'],
      ...['survey-invited', 'survey-reminded', 'survey-not-asked'],
    ],
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['PutItem', 'GetItem', 'UpdateItem', 'DeleteItem'],
      VAULT_TABLE: ['GetItem', 'PutItem'],
      PUBLIC_URL: true,
      ...{ MAIL: true, ORGANISATION: true },
    },
  },
} as const satisfies Record<string, Background>;
