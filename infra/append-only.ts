import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';

const CHANGES = ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'];

/**
 * The policy of a table that is only added to. It binds everybody in the account, an administrator too, who would have
 * to take the policy off first: a change of the stack that CloudTrail tells of. Putting an item remains; that it
 * replaces none is a condition of each put, and what the chain and the roots over it are for.
 */
export const onlyAddedTo = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'WrittenOnceNeverChanged',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: CHANGES.map((change) => `dynamodb:${change}`),
        resources: ['*'], // a policy of a table is about that table, which cannot name itself before it is there
      }),
    ],
  });
