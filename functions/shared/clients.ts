import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';

// One factory for each service: a bundle carries only the clients whose factory it calls.
export const dynamo = () => new DynamoDBClient({ maxAttempts: 3 });
export const eventBridge = () => new EventBridgeClient({ maxAttempts: 3 });
export const secrets = () => new SecretsManagerClient({ maxAttempts: 3 });
export const sfn = () => new SFNClient({ maxAttempts: 3 });
/** A second attempt could be a second mail: whether to send again is decided by the kind of the mail, not by the SDK. */
export const ses = () => new SESv2Client({ maxAttempts: 1 });
