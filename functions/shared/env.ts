import * as z from 'zod/mini';
import { Callers } from './caller.ts';

const Text = z.string().check(z.minLength(1));
const Json = z.pipe(
  z.string(),
  z.transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'is not JSON', input: text });
      return z.NEVER;
    }
  }),
);

/** Everything a function can be told by its environment. The stack is typed by the same names. */
export const settings = {
  CASE_EVENTS_TABLE: Text,
  CASE_VIEWS_TABLE: Text,
  VAULT_TABLE: Text,
  RUN_ARCHIVE_TABLE: Text,
  /** An `AccountSystem` as JSON, read where accounts are. */
  ACCOUNT_SYSTEM: Text,
  CUSTOMER_RECORDS_TABLE: Text,
  POLICIES_TABLE: Text,
  ROOTS_TABLE: Text,
  ACCESS_TABLE: Text,
  OBSERVATIONS_TABLE: Text,
  CASE_WORKFLOW_ARN: Text,
  COMPLAINT_WORKFLOW_ARN: Text,
  INVESTIGATION_WORKFLOW_ARN: Text,
  SURVEY_WORKFLOW_ARN: Text,
  CAMPAIGN_WORKFLOW_ARN: Text,
  /** Where others are told what happened. */
  EVENT_BUS: Text,
  MAIL_FROM: Text,
  CONFIGURATION_SET: Text,
  /** The name customers know the company by. */
  ORGANISATION: Text,
  /** The time zone whose days reports are told by. */
  TIME_ZONE: Text,
  /** Where customers reach the pages of this service, without a slash at the end. */
  PUBLIC_URL: z.url(),
  /** How people sign in at the console: a `SignIn` as JSON, read where the page is. */
  SIGN_IN: Text,
  /** Which roles may call this route, on whose objects. */
  CALLERS: z.pipe(Json, Callers),
  /** In which claim of a token the roles stand. */
  ROLES_CLAIM: Text,
} as const;
export type Settings = typeof settings;
export type Setting = keyof Settings;

/** What a function needs, read once at its start: a bad environment fails there, not at its first user. */
export function readEnv<K extends Setting>(...names: K[]): { [N in K]: z.output<Settings[N]> } {
  const shape = Object.fromEntries(names.map((name) => [name, settings[name]]));
  const read = z.object(shape).safeParse(process.env);
  if (read.success) return read.data as unknown as { [N in K]: z.output<Settings[N]> };
  const bad = read.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`Environment variables missing or malformed: ${bad.join(', ')}`);
}
