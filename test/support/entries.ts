import { afterAll } from 'vitest';
import { answerAws, awsEndpoint } from '../../local/cloud/aws-endpoint.ts';
import { close, listen, urlOf } from '../../local/cloud/listen.ts';
import type { CallTables } from '../../local/cloud/tables.ts';
import { startTables, tableNames } from './tables.ts';

const arn = (name: string) => `arn:aws:states:eu-central-1:000000000000:stateMachine:${name}`;

/**
 * An environment in which the entries of functions can be loaded, over real tables. Step Functions takes every call
 * and does nothing. `between` stands between the functions and the tables. Load an entry with `import()` after this.
 */
export async function startEntries(
  callers: Record<string, string>,
  between: (call: CallTables) => CallTables = (call) => call,
) {
  const { db, call: reach } = startTables();
  const call = between(reach);
  const started: string[] = [];
  const answered: string[] = [];
  const stepFunctions = async (operation: string, body: string) => {
    if (operation === 'StartExecution') started.push(JSON.parse(body).name);
    if (operation === 'SendTaskSuccess') answered.push(JSON.parse(body).taskToken);
    return { status: 200, body: JSON.stringify({ executionArn: 'arn', startDate: 0, status: 'RUNNING' }) };
  };
  const server = await listen(0);
  const sendMail = async () => ({ status: 200, body: '{}' });
  const events = async () => ({ status: 200, body: JSON.stringify({ FailedEntryCount: 0, Entries: [] }) });
  const targets = { DynamoDB_20120810: call, AWSStepFunctions: stepFunctions, AWSEvents: events };
  server.on('request', awsEndpoint(answerAws({ targets, sendMail })));
  afterAll(() => close(server));
  Object.assign(process.env, tableNames, {
    AWS_ENDPOINT_URL: urlOf(server),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    CASE_WORKFLOW_ARN: arn('case'),
    COMPLAINT_WORKFLOW_ARN: arn('complaint'),
    INVESTIGATION_WORKFLOW_ARN: arn('investigation'),
    SURVEY_WORKFLOW_ARN: arn('survey'),
    CAMPAIGN_WORKFLOW_ARN: arn('campaign'),
    ACCOUNT_SYSTEM: JSON.stringify({ table: tableNames.LEDGER_TABLE }),
    CALLERS: JSON.stringify(callers),
    ROLES_CLAIM: 'roles',
    ORGANISATION: 'Bank',
    TIME_ZONE: 'Europe/Berlin',
    PUBLIC_URL: 'https://bank.example',
    SIGN_IN: JSON.stringify({
      ...{ issuer: 'https://id.bank.example', clientId: 'console', scope: 'openid', origins: [], rolesClaim: 'roles' },
    }),
    MAIL_FROM: 'service@bank.example',
    CONFIGURATION_SET: 'caseloop',
    EVENT_BUS: 'default',
  });
  return { db, started, answered };
}
