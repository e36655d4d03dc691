import { cases, casesRead, gathering, type Uses, waits } from './uses.ts';

export type Background = {
  /** The file below functions/ that does it, with its suffix. */
  entry: string;
  uses: Uses;
  /** How long it may take; half a minute unless it says otherwise. */
  minutes?: number;
  answers?: readonly ('case' | 'complaint' | 'investigation' | 'survey')[];
  /** Which happenings a follower is called for; all if it names none. */
  kinds?: readonly string[];
};

const mails = { MAIL: true, ORGANISATION: true } as const;

// What happens by the clock.
export const schedules = {
  Remind: {
    every: 60,
    entry: 'reminder/remind.schedule',
    minutes: 5,
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['Query byDue', 'PutItem', 'GetItem', 'BatchGetItem', 'UpdateItem', 'DeleteItem'],
      VAULT_TABLE: ['GetItem', 'PutItem'],
      POLICIES_TABLE: ['Query'],
      ...mails,
    },
  },
  CloseSilentCases: {
    every: 60,
    entry: 'case/close-silent-cases.schedule',
    uses: { ...cases, CASE_VIEWS_TABLE: ['Query byDue'] },
  },
  /** A campaign whose run died goes on in another. */
  KeepCampaignsGoing: {
    every: 60,
    entry: 'campaign/keep-campaigns-going.schedule',
    uses: {
      POLICIES_TABLE: ['Query'],
      CASE_VIEWS_TABLE: ['GetItem', 'PutItem', 'Query byDue'],
      CAMPAIGN_WORKFLOW_ARN: ['StartExecution'],
    },
  },
  /** What is new, into the reports. */
  RollUpResults: {
    every: 60,
    entry: 'report/roll-up-results.schedule',
    minutes: 5,
    uses: {
      ...casesRead,
      CASE_VIEWS_TABLE: ['Query', 'Query byDue', 'BatchGetItem', 'PutItem', 'DeleteItem'],
      POLICIES_TABLE: ['Query'],
      TIME_ZONE: true,
    },
  },
  /** The heads of all chains under one root, which others are told. */
  PublishRoot: {
    every: 60,
    entry: 'audit/publish-root.schedule',
    minutes: 10,
    uses: {
      CASE_EVENTS_TABLE: ['Query'],
      CASE_VIEWS_TABLE: ['Query byHead', 'UpdateItem'],
      ROOTS_TABLE: ['GetItem', 'PutItem', 'Query'],
      OBSERVATIONS_TABLE: ['PutItem'],
      EVENTS: true,
    },
  },
  KeepSamples: {
    every: 720,
    entry: 'survey/keep-samples.schedule',
    uses: { VAULT_TABLE: ['GetItem', 'PutItem'], POLICIES_TABLE: ['Query', 'PutItem'] },
  },
  /** Every open case has one run that lives, or somebody who was asked to take over. */
  ReconcileCases: {
    every: 15,
    entry: 'reconcile/reconcile-cases.schedule',
    minutes: 5,
    uses: {
      ...waits,
      CASE_VIEWS_TABLE: ['Query', 'Query byStatus', 'PutItem', 'GetItem', 'DeleteItem'],
      CASE_WORKFLOW_ARN: ['StartExecution', 'ListExecutions', 'DescribeExecution', 'StopExecution'],
      COMPLAINT_WORKFLOW_ARN: ['StartExecution', 'ListExecutions', 'DescribeExecution', 'StopExecution'],
    },
    answers: ['case', 'complaint', 'investigation', 'survey'],
  },
  /** Evidence that the event bus did not tell of, and what is thrown away. */
  GatherWanted: { every: 60, entry: 'evidence/gather-wanted.schedule', minutes: 5, uses: gathering },
  /** After a change of what is promised, the list of what is due is made anew. */
  RelistPromises: {
    every: 60,
    entry: 'sla/relist-promises.schedule',
    minutes: 5,
    uses: {
      ...casesRead,
      CASE_VIEWS_TABLE: ['Query', 'Query byStatus', 'GetItem', 'PutItem'],
      POLICIES_TABLE: ['Query'],
    },
  },
  /** The vault forgets what was kept long enough. */
  ApplyRetention: {
    every: 60,
    entry: 'retention/apply-retention.schedule',
    minutes: 5,
    uses: {
      ...casesRead,
      CASE_VIEWS_TABLE: ['Query byStatus', 'GetItem', 'PutItem'],
      VAULT_TABLE: ['Query', 'DeleteItem'],
      CUSTOMER_RECORDS_TABLE: ['Query', 'PutItem'],
      POLICIES_TABLE: ['Query'],
    },
  },
  /** Who read what out of the ordinary, and which broken promises nobody did anything about. */
  LookForObservations: {
    every: 180,
    entry: 'observation/look-for-observations.schedule',
    minutes: 10,
    uses: {
      ...casesRead,
      CASE_VIEWS_TABLE: ['Query byStatus'],
      ACCESS_TABLE: ['Query byReader', 'Query byDay'],
      OBSERVATIONS_TABLE: ['Query', 'PutItem'],
      VAULT_TABLE: ['GetItem'],
      POLICIES_TABLE: ['Query'],
      TIME_ZONE: true,
    },
  },
  WatchWaits: {
    every: 60,
    entry: 'task/watch-waits.schedule',
    uses: { CASE_VIEWS_TABLE: ['Query byDue'] },
  },
} as const satisfies Record<string, Background & { every: number }>;
