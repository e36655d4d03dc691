import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { campaignStore } from '../../functions/campaign/campaign-store.ts';
import { caseStore, fold } from '../../functions/case/case-store.ts';
import { caseViewStore } from '../../functions/case/case-view-store.ts';
import { example } from '../../functions/contract/example.ts';
import { customerRecordStore } from '../../functions/customer/customer-record-store.ts';
import { vaultStore } from '../../functions/customer/vault-store.ts';
import { policyStore } from '../../functions/policy/policy-store.ts';
import { versionStore } from '../../functions/policy/version-store.ts';
import { sha256 } from '../../functions/shared/chain.ts';
import { settings } from '../../functions/shared/env.ts';
import { commitmentTo } from '../../functions/survey/sampling.ts';
import { answerAws, awsEndpoint } from '../cloud/aws-endpoint.ts';
import { clockDate } from '../cloud/clock-date.ts';
import { close, listen, urlOf } from '../cloud/listen.ts';
import type { Item } from '../cloud/tables.ts';
import { holders } from '../seed/bookings.ts';
import { colleagues, customers, teams } from '../seed/people.ts';
import { histories, sceneTime } from './scene-histories.ts';
import { type Meter, sceneRuns, sceneTables } from './scene-services.ts';

// Any table is named like its setting, any state machine by its ARN; a new one needs no mention here.
const environment = Object.fromEntries(
  Object.keys(settings).map((name) => {
    const plain = name
      .replace(/_(TABLE|WORKFLOW_ARN)$/, '')
      .toLowerCase()
      .replaceAll('_', '-');
    return [name, name.endsWith('_ARN') ? `arn:aws:states:eu-central-1:000000000000:stateMachine:${plain}` : plain];
  }),
);
const tables = environment as Record<
  `${'CASE_EVENTS' | 'CASE_VIEWS' | 'CUSTOMER_RECORDS' | 'VAULT' | 'POLICIES'}_TABLE`,
  string
>;

export type Scene = Awaited<ReturnType<typeof openScene>>;

/**
 * Where the examples of the contract are played: real handlers over tables in memory, a few cases with a past, and a
 * clock that stands still. Load entries after this; one scene at a time in a process.
 */
export async function openScene(meter?: Meter) {
  const store = sceneTables(meter);
  const server = await listen(0);
  const noMail = async () => ({ status: 200, body: '{"MessageId":"mail"}' });
  const noEvent = async () => ({ status: 200, body: '{"FailedEntryCount":0,"Entries":[]}' });
  const targets = { DynamoDB_20120810: store.call, AWSStepFunctions: sceneRuns, AWSEvents: noEvent };
  server.on('request', awsEndpoint(answerAws({ targets, sendMail: noMail })));
  const before = { ...process.env };
  Object.assign(process.env, environment, {
    AWS_ENDPOINT_URL: urlOf(server),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    ACCOUNT_SYSTEM: JSON.stringify({ table: 'ledger' }),
    CALLERS: '{}',
    ROLES_CLAIM: 'roles',
    ORGANISATION: 'Example Bank',
    TIME_ZONE: 'Europe/Berlin',
    PUBLIC_URL: 'https://service.example.com',
    SIGN_IN: JSON.stringify({
      ...{ issuer: 'https://id.example.com', clientId: 'console', scope: 'openid', origins: [], rolesClaim: 'roles' },
    }),
  });
  const time = globalThis.Date;
  globalThis.Date = clockDate({ now: () => time.parse(sceneTime) });
  await furnish(new DynamoDBClient({}));
  store.keep();

  return {
    /** As it was before the example that was played last. */
    putBack: store.putBack,
    /** What stands in the table of views. */
    views: () => store.items(tables.CASE_VIEWS_TABLE),
    /** Puts more there, behind the scene: it stays. */
    addViews: (items: readonly Item[]) => store.add(tables.CASE_VIEWS_TABLE, items),
    async close() {
      globalThis.Date = time;
      process.env = before;
      await close(server);
    },
  };
}

async function furnish(db: DynamoDBClient): Promise<void> {
  const cases = caseStore(db, tables.CASE_EVENTS_TABLE);
  const views = caseViewStore(db, tables.CASE_VIEWS_TABLE);
  const vault = vaultStore(db, tables.VAULT_TABLE);
  for (const { id, roles: _, ...contact } of [...customers, ...colleagues]) await vault.putContact(id, contact);
  await customerRecordStore(db, tables.CUSTOMER_RECORDS_TABLE).change(
    'cus_anna',
    { by: 'carla', at: sceneTime },
    () => ({
      kind: 'erasure-requested',
      data: { erasureId: 'cus_anna.erasure.1', reason: 'asked-by-the-person' },
    }),
  );
  await policyStore(db, tables.POLICIES_TABLE).save('teams', teams, 'admin', sceneTime);
  const sample = { period: '2026-11', commitment: commitmentTo('a seed that nobody knows yet') };
  await versionStore(db, tables.POLICIES_TABLE).save('sampling#2026-11', sample, 'sampling', sceneTime);
  for (const { customerId, accounts, cards, country } of holders(Date.now())) {
    const things = ['customer', ...accounts, ...cards.map((card) => card.cardId)];
    for (const sk of things) {
      const Item = {
        pk: { S: customerId },
        sk: { S: sk },
        country: { S: country },
        ...(sk === 'card_reza1' && { holds: { SS: [example.waiting] } }),
      };
      await db.send(new PutItemCommand({ TableName: 'ledger', Item }));
    }
  }
  for (const [caseId, facts] of Object.entries(histories)) {
    for (const { by, at, fact } of facts) await cases.change(caseId, { by, at }, () => [fact]);
    const events = await cases.history(caseId);
    const current = fold(events);
    await views.project(current, events.length, current.tasks);
  }
  await campaignStore(db, tables.POLICIES_TABLE).change(example.campaign, 'admin', sceneTime, () => [
    {
      ...{ kind: 'created', name: 'Autumn 2026', survey: { id: 'relationship', version: 0 } },
      ...{ audience: { from: 'list' }, startAt: sceneTime, perMinute: 60 },
    },
  ]);
  const pk = { S: `survey#${sha256(example.surveyToken)}` };
  const invitation = { pk, sk: { S: 'invitation' }, caseId: { S: example.closed }, cycle: { N: '1' } };
  await db.send(new PutItemCommand({ TableName: tables.CASE_VIEWS_TABLE, Item: invitation }));
}
