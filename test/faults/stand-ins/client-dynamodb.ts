import { Command, ServiceError, serviceClient, type Thrown } from './service.ts';

export class GetItemCommand extends Command {}
export class BatchGetItemCommand extends Command {}
export class PutItemCommand extends Command {}
export class UpdateItemCommand extends Command {}
export class DeleteItemCommand extends Command {}
export class QueryCommand extends Command {}

export class ConditionalCheckFailedException extends ServiceError {
  readonly Item: unknown;
  constructor(thrown: Thrown) {
    super({ ...thrown, fault: 'client' });
    this.Item = thrown.Item;
  }
}

export class DynamoDBClient extends serviceClient('dynamodb', { ConditionalCheckFailedException }, ServiceError) {}
