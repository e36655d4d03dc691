import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const configuration = (endpoint: string) => ({ endpoint, region: 'us-east-1', credentials });

/** The official clients against a local cloud. */
export const dynamo = (endpoint: string) => new DynamoDBClient(configuration(endpoint));
export const mailer = (endpoint: string) => new SESv2Client(configuration(endpoint));
export const workflows = (endpoint: string) => new SFNClient(configuration(endpoint));
