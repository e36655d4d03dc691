import type { Background } from './background.ts';
import { cases, casesRead, everyRun } from './uses.ts';

// What other services, and this one itself, tell the event bus.
export const listeners = {
  RecordMailOutcome: {
    entry: 'mail/record-mail-outcome.event',
    uses: { ...cases, CASE_VIEWS_TABLE: ['GetItem', 'UpdateItem'], VAULT_TABLE: ['UpdateItem'] },
  },
  ArchiveRun: {
    entry: 'run-archive/archive-run.event',
    minutes: 5,
    uses: { RUN_ARCHIVE_TABLE: ['GetItem', 'PutItem'], ...everyRun('GetExecutionHistory') },
  },
  /** What was promised to customers, in the list of what is due. */
  ListPromises: {
    entry: 'sla/list-promises.event',
    uses: { ...casesRead, CASE_VIEWS_TABLE: ['Query', 'PutItem'], POLICIES_TABLE: ['Query'] },
  },
  TakeOverRun: { entry: 'task/take-over-run.event', uses: cases },
  CloseTheLoop: {
    entry: 'survey/close-the-loop.event',
    uses: { ...cases, POLICIES_TABLE: ['Query'], SURVEY_WORKFLOW_ARN: ['StartExecution'] },
  },
} as const satisfies Record<string, Background>;
