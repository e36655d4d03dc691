// A handler as most are written: it reads one item, with what most take for it.
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
import { z } from 'zod';

const logger = new Logger({ serviceName: 'cases' });
const metrics = new Metrics({ namespace: 'cases', serviceName: 'cases' });
const tracer = new Tracer({ serviceName: 'cases', enabled: false });
const db = DynamoDBDocumentClient.from(tracer.captureAWSv3Client(new DynamoDBClient({})));
const Asked = z.object({ pathParameters: z.object({ caseId: z.string().min(1) }) });

export const handler = middy().handler(async (event) => {
  const { caseId } = Asked.parse(event).pathParameters;
  const { Item } = await db.send(new GetCommand({ TableName: process.env.CASE_EVENTS_TABLE, Key: { caseId } }));
  logger.debug('looked', { caseId });
  metrics.addMetric('Looks', 'Count', 1);
  metrics.publishStoredMetrics();
  return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item ?? {}) };
});
