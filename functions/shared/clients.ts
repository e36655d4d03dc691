import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';

// One factory for each service: a bundle carries only the clients whose factory it calls. What a client does between a
// command and its request is put together once for each kind of command, not once for each call.
const settings = { maxAttempts: 3, cacheMiddleware: true };
let tables: DynamoDBClient | undefined;
/** The stores of an entry and the record of its calls share one connection. */
export function dynamo(): DynamoDBClient {
  tables ??= new DynamoDBClient(settings);
  return tables;
}
export const eventBridge = () => new EventBridgeClient(settings);
export const secrets = () => new SecretsManagerClient(settings);
export const sfn = () => new SFNClient(settings);
/** A second attempt could be a second mail: whether to send again is decided by the kind of the mail, not by the SDK. */
export const ses = () => new SESv2Client({ ...settings, maxAttempts: 1 });
