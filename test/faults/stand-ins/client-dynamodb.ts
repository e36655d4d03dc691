import { command, ServiceError, serviceClient, type Thrown } from './service.ts';

export const GetItemCommand = command('GetItem');
export const BatchGetItemCommand = command('BatchGetItem');
export const PutItemCommand = command('PutItem');
export const UpdateItemCommand = command('UpdateItem');
export const DeleteItemCommand = command('DeleteItem');
export const QueryCommand = command('Query');

export class ConditionalCheckFailedException extends ServiceError {
  readonly Item: unknown;
  constructor(thrown: Thrown) {
    super({ ...thrown, fault: 'client' });
    this.Item = thrown.Item;
  }
}

export class DynamoDBClient extends serviceClient('dynamodb', { ConditionalCheckFailedException }, ServiceError) {}
