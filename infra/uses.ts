import type { Setting } from '../functions/shared/env.ts';

type Action = {
  table: 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';
  workflow:
    | 'StartExecution'
    | 'ListExecutions'
    | 'DescribeExecution'
    | 'StopExecution'
    | 'GetExecutionHistory'
    | 'SendTaskSuccess';
};

/**
 * What a function uses, in one place: each entry is a variable of its environment and the right to do just that with
 * what the variable names. `byStatus`… are indexes that a table may be queried by.
 */
export type Uses = {
  [K in Extract<Setting, `${string}_TABLE`>]?: readonly (Action['table'] | `Query ${string}`)[];
} & {
  [K in Extract<Setting, `${string}_WORKFLOW_ARN`>]?: readonly Action['workflow'][];
} & {
  ACCOUNT_SYSTEM?: readonly ('list' | 'freeze' | 'unfreeze')[];
  MAIL?: true;
  EVENTS?: true;
  ORGANISATION?: true;
  TIME_ZONE?: true;
  PUBLIC_URL?: true;
  SIGN_IN?: true;
};

/** Reading a case and appending to its history, never more: nobody may change or delete an event. */
export const cases = { CASE_EVENTS_TABLE: ['Query', 'PutItem'] } as const satisfies Uses;
export const casesRead = { CASE_EVENTS_TABLE: ['Query'] } as const satisfies Uses;

/** Waiting for people, and telling the run when they are done. */
export const waits = {
  ...cases,
  CASE_VIEWS_TABLE: ['PutItem', 'GetItem', 'DeleteItem'],
} as const satisfies Uses;

/** Looking at the runs of every machine. */
export const everyRun = (...rights: ('DescribeExecution' | 'GetExecutionHistory' | 'ListExecutions')[]) =>
  ({
    CASE_WORKFLOW_ARN: rights,
    COMPLAINT_WORKFLOW_ARN: rights,
    INVESTIGATION_WORKFLOW_ARN: rights,
    SURVEY_WORKFLOW_ARN: rights,
  }) satisfies Uses;

/** Putting together all that can be shown of a case, and throwing it away again. */
export const gathering = {
  ...casesRead,
  CASE_VIEWS_TABLE: ['GetItem', 'Query byDue', 'PutItem', 'DeleteItem'],
  VAULT_TABLE: ['Query', 'GetItem', 'PutItem', 'DeleteItem'],
  RUN_ARCHIVE_TABLE: ['GetItem', 'Query'],
  ROOTS_TABLE: ['GetItem', 'Query'],
  POLICIES_TABLE: ['Query'],
  ...everyRun('DescribeExecution', 'GetExecutionHistory'),
} as const satisfies Uses;
