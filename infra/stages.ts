import * as z from 'zod';

const Identity = z.discriminatedUnion('kind', [
  /** A Cognito user pool made by the stack. */
  z.strictObject({ kind: z.literal('cognito') }),
  /** An OIDC issuer of your own; `rolesClaim` is the claim of its tokens that lists the roles. */
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: z.url(),
    audience: z.array(z.string().min(1)).min(1),
    rolesClaim: z.string().min(1),
    /** The client of the console, public, with `…/console` as its redirect; absent: nobody signs in there. */
    console: z
      .strictObject({
        clientId: z.string().min(1),
        scope: z.string().default('openid'),
        /** Where the issuer's endpoint for tokens is, when it is elsewhere than the issuer. */
        origins: z.array(z.url()).default([]),
      })
      .optional(),
  }),
]);

/** Which account system accounts are frozen in. */
const AccountSystem = z.discriminatedUnion('kind', [
  /** The small one that comes with Caseloop. */
  z.strictObject({ kind: z.literal('reference') }),
  /** A bank's own, which answers at `url` as docs/account-system.json has it. */
  z.strictObject({
    kind: z.literal('http'),
    url: z.url({ protocol: /^https$/ }).regex(/[^/]$/, 'no slash at its end'),
    /** The ARN of a secret in Secrets Manager: `{"keyId": "…", "privateKey": "-----BEGIN PRIVATE KEY-----…"}` (Ed25519). */
    signingKey: z.string().regex(/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+$/),
  }),
]);

/** Where every published root is kept as an object that is locked for a time. */
const RootArchive = z.union([
  /** In a bucket of this stack. Who may bypass GOVERNANCE can end it sooner; COMPLIANCE nobody can, not even AWS. */
  z.strictObject({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), days: z.int().min(1).max(36_500) }),
  /** In a bucket of somebody else, best in another account: it has to lock what is put into it by itself. */
  z.strictObject({ bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/) }),
]);

export const Stage = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9]{1,15}$/),
  /** The name customers know the company by; it stands in mails and on pages. */
  organisation: z.string().min(1).max(60),
  /** The IANA time zone of its head office: a day in a report is a day there. */
  timeZone: z.string().refine((name) => Intl.supportedValuesOf('timeZone').includes(name), 'must be an IANA time zone'),
  /** The address that mails come from; SES has to know it or its domain. */
  mailFrom: z.email(),
  identity: Identity,
  accountSystem: AccountSystem,
  /** Where you keep docs/runbook.md: the console leads there from what failed. */
  runbook: z.url({ protocol: /^https$/ }).optional(),
  /** Who is told by mail when an alarm goes off. */
  alarmsTo: z.email().optional(),
  /** Who gets every published root by mail, and keeps it. */
  auditorsTo: z.email().optional(),
  rootArchive: RootArchive.optional(),
  /** Keep the data when the stack is deleted, and forbid deleting the tables. */
  keepData: z.boolean(),
  /** Requests a second that the API takes, and how many at once for a moment. */
  throttle: z.strictObject({ rate: z.int().positive(), burst: z.int().positive() }),
  logDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]),
});
export type Stage = z.infer<typeof Stage>;

const stages = z.array(Stage).parse([
  {
    name: 'dev',
    organisation: 'Example Bank',
    timeZone: 'Europe/Berlin',
    mailFrom: 'service@example.com',
    identity: { kind: 'cognito' },
    accountSystem: { kind: 'reference' },
    rootArchive: { mode: 'GOVERNANCE', days: 1 },
    keepData: false,
    throttle: { rate: 200, burst: 400 },
    logDays: 7,
  },
  {
    name: 'prod',
    organisation: 'Example Bank',
    timeZone: 'Europe/Berlin',
    mailFrom: 'service@example.com',
    identity: { kind: 'cognito' },
    accountSystem: { kind: 'reference' },
    alarmsTo: 'operations@example.com',
    auditorsTo: 'auditors@example.com',
    rootArchive: { mode: 'GOVERNANCE', days: 365 },
    keepData: true,
    throttle: { rate: 500, burst: 1000 },
    logDays: 365,
  },
]);

/** @throws Error naming the stages there are */
export function stageNamed(name: string): Stage {
  const stage = stages.find((one) => one.name === name);
  if (!stage) throw new Error(`There is no stage ${name}; there are ${stages.map((one) => one.name).join(', ')}`);
  return stage;
}
