import { styleText } from 'node:util';
import type { Role } from '../functions/shared/caller.ts';
import type { Laptop } from './laptop.ts';
import { ports } from './ports.ts';

const someone: [string, Role, string][] = [
  ['CUSTOMER', 'customer', 'cus_maryam'],
  ['AGENT', 'agent', 'fiona'],
  ['MANAGER', 'manager', 'cyrus'],
  ['AUDITOR', 'auditor', 'audrey'],
  ['ADMIN', 'admin', 'admin'],
  ['SERVICE', 'service', 'fraud-detection'],
];

/** What stands on the screen of somebody who has just started it: where it is, who they can be, what to type. */
export async function thingsToTry({ cloud, tokenOf }: Laptop, dataDir?: string): Promise<string> {
  const title = (text: string) => `\n${styleText('bold', text)}`;
  const tokens = await Promise.all(
    someone.map(async ([name, role, id]) => `export ${name}='${await tokenOf(id)}'   # ${id}, ${role}`),
  );
  const call = (who: string, rest: string) => `curl -sS -H "Authorization: Bearer $${who}" ${rest}`;
  const json = (body: object) => `-H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
  const aws = `AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws --region us-east-1 --endpoint-url ${cloud.awsUrl}`;
  return [
    title('Caseloop runs on this machine'),
    `  API      ${cloud.apiUrl}`,
    `  Console  ${cloud.apiUrl}/console   cases, runs and what is stuck; sign in as whoever you like`,
    `  Inbox    ${cloud.inboxUrl}   every mail that was sent`,
    `  AWS      ${cloud.awsUrl}   DynamoDB, Step Functions and S3, for the AWS CLI and the SDKs`,
    `  Data     ${dataDir ?? 'in memory; npm start -- --data DIR keeps it'}`,
    title('Somebody of each role; paste these into another terminal'),
    ...tokens,
    title('Report a lost card, and see what happens'),
    call('CUSTOMER', `${cloud.apiUrl}/cases ${json({ type: 'lost-card', cardId: 'card_maryam1', channel: 'app' })}`),
    call('CUSTOMER', `${cloud.apiUrl}/cases`),
    call('AGENT', `"${cloud.apiUrl}/tasks?team=fraud"`),
    call('MANAGER', `"${cloud.apiUrl}/cases?status=open"`),
    `CASE=$(${call('MANAGER', `"${cloud.apiUrl}/cases?status=open"`)} | grep -o 'case_[a-z0-9]*' | head -1)`,
    call('AUDITOR', `${cloud.apiUrl}/cases/$CASE/timeline`),
    call('AUDITOR', `${cloud.apiUrl}/cases/$CASE/runs`),
    call('AGENT', `-X POST ${cloud.apiUrl}/tasks/$CASE.1.fraud-review/claim`),
    call('AGENT', `${cloud.apiUrl}/tasks/$CASE.1.fraud-review/complete ${json({ outcome: 'fraud' })}`),
    title('Let time pass: reminders, surveys'),
    'npm run clock -- 3d',
    `curl -sS -X POST http://127.0.0.1:${ports.clock}/forward/3d`,
    title('What is proved: an hour after something happened there is a root, kept where nobody can take it away'),
    `curl -sS "${cloud.awsUrl}/${cloud.nameOf('KeptRoots')}?list-type=2"`,
    call('AUDITOR', `"${cloud.apiUrl}/audit/observations?report=overrides"`),
    title('Watch the runs, as on AWS'),
    `${aws} stepfunctions list-state-machines`,
    styleText('dim', '\nCtrl-C stops it.'),
  ].join('\n');
}
