import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Setting } from '../functions/shared/env.ts';
import { onlyAddedTo } from './append-only.ts';
import { rootBucket } from './root-bucket.ts';
import type { Stage } from './stages.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });
const number = (name: string) => ({ name, type: AttributeType.NUMBER });

// Which list of views is read by which index: functions/case/case-view-store.ts says what stands in each. They hold no
// more than their readers need, so that what changes besides is not written to them.
const withRow = { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: ['row'] };
const indexes = [
  { indexName: 'byStatus', partitionKey: text('statusList'), sortKey: text('sort'), ...withRow },
  { indexName: 'byCustomer', partitionKey: text('customerList'), sortKey: text('sort'), ...withRow },
  { indexName: 'byTeam', partitionKey: text('teamList'), sortKey: text('sort'), ...withRow },
  { indexName: 'byPerson', partitionKey: text('personList'), sortKey: text('sort'), ...withRow },
  { indexName: 'byDue', partitionKey: text('dueList'), sortKey: text('dueAt'), ...withRow },
  {
    indexName: 'byHead',
    partitionKey: text('headList'),
    sortKey: text('pk'),
    projectionType: ProjectionType.KEYS_ONLY,
  },
];

export type TableSetting = Extract<Setting, `${string}_TABLE`> | 'LEDGER_TABLE';

/** All that is kept: it outlives every deployment of the service. */
export class DataStack extends Stack {
  readonly tables: Record<TableSetting, ITable>;
  readonly events: Table;
  /** Where published roots are kept, if the stage wants them in a bucket of its own. */
  readonly keptRoots: Bucket | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const removalPolicy = stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const table = (name: string, keys: Pick<TableProps, 'partitionKey' | 'sortKey'>, more: Partial<TableProps> = {}) =>
      new Table(this, name, {
        ...keys,
        billingMode: BillingMode.PAY_PER_REQUEST,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: stage.keepData,
        removalPolicy,
        ...more,
      });

    const appendOnly = { resourcePolicy: onlyAddedTo() };

    // What happened: written once, read for ever.
    this.events = table(
      'CaseEvents',
      { partitionKey: text('caseId'), sortKey: number('seq') },
      { stream: StreamViewType.NEW_IMAGE, ...appendOnly },
    );
    // Lists of it, which can be made anew, and the tokens and claims of what is under way.
    const views = table('CaseViews', { partitionKey: text('pk'), sortKey: text('sk') });
    for (const index of indexes) views.addGlobalSecondaryIndex(index);
    // What Step Functions forgets: the histories of runs that have ended, beside their cases.
    const archive = table('RunArchive', { partitionKey: text('caseId'), sortKey: text('part') });
    // What identifies people, under a key of its own.
    const encryptionKey = new Key(this, 'VaultKey', { enableKeyRotation: true, removalPolicy });
    const vault = table(
      'Vault',
      { partitionKey: text('personId'), sortKey: text('sk') },
      { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey },
    );
    // What was done with people's data: written once, and it outlives the data.
    const records = table('CustomerRecords', { partitionKey: text('customerId'), sortKey: number('seq') }, appendOnly);
    const policies = table('Policies', { partitionKey: text('policy'), sortKey: number('version') }, appendOnly);
    // Roots over the chains of all cases, and who read what: added to, never changed.
    const roots = table('Roots', { partitionKey: text('pk'), sortKey: text('sk') }, appendOnly);
    const access = table('Access', { partitionKey: text('about'), sortKey: text('sk') }, appendOnly);
    access.addGlobalSecondaryIndex({ indexName: 'byReader', partitionKey: text('reader'), sortKey: text('sk') });
    // Whom to ask for what a day's readers read: the first call of each, as seen by each instance of a function.
    access.addGlobalSecondaryIndex({
      indexName: 'byDay',
      partitionKey: text('firstOf'),
      sortKey: text('reader'),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    // What auditors should look at: found once, and never taken back.
    const observations = table('Observations', { partitionKey: text('pk'), sortKey: text('sk') }, appendOnly);
    this.keptRoots = rootBucket(this, stage);
    const ledger = table('Ledger', { partitionKey: text('pk'), sortKey: text('sk') });

    this.tables = {
      CASE_EVENTS_TABLE: this.events,
      CASE_VIEWS_TABLE: views,
      RUN_ARCHIVE_TABLE: archive,
      VAULT_TABLE: vault,
      CUSTOMER_RECORDS_TABLE: records,
      LEDGER_TABLE: ledger,
      POLICIES_TABLE: policies,
      ROOTS_TABLE: roots,
      ACCESS_TABLE: access,
      OBSERVATIONS_TABLE: observations,
    };
  }
}
