import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';

// One factory for each service: a bundle carries only the clients whose factory it calls.
let tables: DynamoDBClient | undefined;
/** The stores of an entry and the record of its calls share one connection. */
export function dynamo(): DynamoDBClient {
  tables ??= new DynamoDBClient({ maxAttempts: 3 });
  return tables;
}
export const eventBridge = () => new EventBridgeClient({ maxAttempts: 3 });
export const secrets = () => new SecretsManagerClient({ maxAttempts: 3 });
export const sfn = () => new SFNClient({ maxAttempts: 3 });
/** A second attempt could be a second mail: whether to send again is decided by the kind of the mail, not by the SDK. */
export const ses = () => new SESv2Client({ maxAttempts: 1 });
