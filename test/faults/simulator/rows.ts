import { type AccountUse, inLedger } from '../../../infra/account-system.ts';
import { routes } from '../../../infra/api.ts';
import { type Background, schedules } from '../../../infra/background.ts';
import { followers } from '../../../infra/followers.ts';
import { listeners } from '../../../infra/listeners.ts';
import type { Uses } from '../../../infra/uses.ts';
import { campaignWorkflow } from '../../../infra/workflows/campaign.ts';
import { caseWorkflow } from '../../../infra/workflows/case.ts';
import { complaintWorkflow } from '../../../infra/workflows/complaint.ts';
import { investigationWorkflow } from '../../../infra/workflows/investigation.ts';
import { surveyWorkflow } from '../../../infra/workflows/survey.ts';

export const REGION = 'eu-central-1';
export const ACCOUNT = '111111111111';
export const CONFIGURATION_SET = 'caseloop';
export const TIME_ZONE = 'Europe/Berlin';
export const PUBLIC_URL = 'https://service.example.com';
export const workflows = [caseWorkflow, complaintWorkflow, investigationWorkflow, surveyWorkflow, campaignWorkflow];
export const machineArn = (name: string): string => `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${name}`;

/** A function as it is deployed: what it is told, and what it may do with which table or machine, or with none (''). */
export type Deployed = { environment: Record<string, string>; may: ReadonlyMap<string, ReadonlySet<string>> };

const given: Record<string, string> = {
  MAIL_FROM: 'service@example.com',
  CONFIGURATION_SET,
  EVENT_BUS: 'default',
  ORGANISATION: 'Example Bank',
  TIME_ZONE,
  PUBLIC_URL,
  ROLES_CLAIM: 'roles',
  ACCOUNT_SYSTEM: JSON.stringify({ table: 'ledger' }),
};
const settings: Record<string, string[]> = { MAIL: ['MAIL_FROM', 'CONFIGURATION_SET'], EVENTS: ['EVENT_BUS'] };
const settingsOf = (name: string): string[] => settings[name] ?? [name];

/** Every function of the service by its entry, made of the same rows as the stack. */
export const deployed: ReadonlyMap<string, Deployed> = new Map([
  ...routes.map((route) => {
    if (route.callers === 'public') return deploy(`${route.entry}.api`, route.uses, route.answers);
    const callers = { CALLERS: JSON.stringify(route.callers) };
    // Every call is recorded.
    return deploy(`${route.entry}.api`, { ACCESS_TABLE: ['PutItem'], ...route.uses }, route.answers, callers);
  }),
  ...[...Object.values(followers), ...Object.values(schedules), ...Object.values(listeners)].map((row: Background) =>
    deploy(row.entry, row.uses, row.answers),
  ),
  ...workflows.flatMap(({ steps }) =>
    Object.values(steps).map(({ entry, uses, answersOwnRun }) =>
      deploy(`${entry}.step`, uses, answersOwnRun && ['its own']),
    ),
  ),
]);

function deploy(entry: string, uses: Uses, answers?: readonly string[], more: Record<string, string> = {}) {
  const environment: Record<string, string> = { ...given, ...more, AWS_LAMBDA_FUNCTION_NAME: entry };
  const may = new Map<string, Set<string>>();
  const allow = (resource: string, actions: readonly string[]) =>
    may.set(resource, new Set([...(may.get(resource) ?? []), ...actions]));
  if (answers?.length) allow('', ['SendTaskSuccess']);
  for (const [name, use] of Object.entries(uses)) {
    for (const setting of settingsOf(name)) environment[setting] ??= resourceOf(setting);
    if (name === 'MAIL') allow('', ['SendEmail']);
    if (name === 'EVENTS') allow('', ['PutEvents']);
    if (name === 'ACCOUNT_SYSTEM') for (const one of use as AccountUse) allow('ledger', inLedger[one]);
    else if (Array.isArray(use)) allow(resourceOf(name), use as string[]);
  }
  return [entry, { environment, may }] as const;
}

/** `CASE_EVENTS_TABLE` is the table `case-events`, `CASE_WORKFLOW_ARN` the machine `case`. */
function resourceOf(setting: string): string {
  const name = setting
    .replace(/_(TABLE|WORKFLOW_ARN)$/, '')
    .toLowerCase()
    .replace('_', '-');
  return setting.endsWith('_ARN') ? machineArn(name) : name;
}
