import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

// What would take a root away before its time, make its time shorter, or hide it.
const TAKING_AWAY = ['DeleteObject', 'DeleteObjectVersion', 'PutObjectRetention', 'BypassGovernanceRetention'];

/**
 * The bucket that the stage wants roots to be kept in: every object in it is locked for so many days from the moment it
 * is written, by the bucket itself, so that nobody has to be trusted to ask for it. It outlives the stack.
 */
export function rootBucket(scope: Construct, { rootArchive, logDays }: Stage): Bucket | undefined {
  if (!rootArchive || 'bucket' in rootArchive) return undefined;
  const { mode, days } = rootArchive;
  const lasting = { removalPolicy: RemovalPolicy.RETAIN, enforceSSL: true, minimumTLSVersion: 1.2 };
  const guarded = {
    ...lasting,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
  };
  const serverAccessLogsBucket = new Bucket(scope, 'RootAccessLog', {
    ...guarded,
    encryption: BucketEncryption.S3_MANAGED, // logs of accesses cannot be delivered under a key of ours
    lifecycleRules: [{ expiration: Duration.days(logDays), noncurrentVersionExpiration: Duration.days(logDays) }],
  });
  const bucket = new Bucket(scope, 'KeptRoots', {
    ...guarded,
    encryption: BucketEncryption.KMS,
    encryptionKey: new Key(scope, 'RootKey', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN }),
    bucketKeyEnabled: true,
    objectLockEnabled: true,
    objectLockDefaultRetention:
      mode === 'COMPLIANCE'
        ? ObjectLockRetention.compliance(Duration.days(days))
        : ObjectLockRetention.governance(Duration.days(days)),
    serverAccessLogsBucket,
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'KeptOnceNeverTakenAway',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: TAKING_AWAY.map((action) => `s3:${action}`),
      resources: [bucket.arnForObjects('*')],
    }),
  );
  return bucket;
}
