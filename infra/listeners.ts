import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { Background } from './background.ts';
import { cases, casesRead, everyRun, gathering } from './uses.ts';

/** What a rule of the event bus asks for by name. */
export type BusNames = { machineArn(name: Machine): string; configurationSetName: string };
type Machine = 'case' | 'complaint' | 'investigation' | 'survey';
export type Listener = Background & { rule: string; told: (names: BusNames) => EventPattern };

const ended = (status: string[], machines: Machine[]) => (names: BusNames) => ({
  source: ['aws.states'],
  detailType: ['Step Functions Execution Status Change'],
  detail: { status, stateMachineArn: machines.map(names.machineArn) },
});
const badly = ['FAILED', 'TIMED_OUT', 'ABORTED'];

// What this and other services tell the event bus.
export const listeners = {
  RecordMailOutcome: {
    rule: 'MailEventsRule',
    told: ({ configurationSetName }) => ({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
    }),
    entry: 'mail/record-mail-outcome.event',
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['GetItem', 'UpdateItem'],
      VAULT_TABLE: ['UpdateItem', 'GetItem', 'PutItem'],
      CUSTOMER_RECORDS_TABLE: ['Query', 'PutItem'],
    },
  },
  ArchiveRun: {
    rule: 'AnyRunEndedRule',
    told: ended(['SUCCEEDED', ...badly], ['case', 'complaint', 'investigation', 'survey']),
    entry: 'run-archive/archive-run.event',
    minutes: 5,
    uses: { RUN_ARCHIVE_TABLE: ['GetItem', 'PutItem'], ...everyRun('GetExecutionHistory') },
  },
  /** What was promised to customers, in the list of what is due. */
  ListPromises: {
    rule: 'ClocksRule',
    told: () => ({ source: ['caseloop'], detailType: ['clocks.moved'] }),
    entry: 'sla/list-promises.event',
    uses: {
      ...casesRead,
      CASE_VIEWS_TABLE: ['Query', 'PutItem'],
      OBSERVATIONS_TABLE: ['PutItem'],
      POLICIES_TABLE: ['Query'],
    },
  },
  /** Evidence that somebody waits for, at once. */
  GatherEvidence: {
    rule: 'EvidenceRule',
    told: () => ({ source: ['caseloop'], detailType: ['evidence.wanted'] }),
    entry: 'evidence/gather-evidence.event',
    minutes: 5,
    uses: gathering,
  },
  TakeOverRun: {
    rule: 'RunEndedRule',
    told: ended(badly, ['case', 'complaint', 'survey']),
    entry: 'task/take-over-run.event',
    uses: cases,
  },
  CloseTheLoop: {
    rule: 'LoopRule',
    told: () => ({ source: ['caseloop'], detailType: ['survey.responded', 'recovery.ended'] }),
    entry: 'survey/close-the-loop.event',
    uses: { ...cases, POLICIES_TABLE: ['Query'], SURVEY_WORKFLOW_ARN: ['StartExecution'] },
  },
} as const satisfies Record<string, Listener>;
