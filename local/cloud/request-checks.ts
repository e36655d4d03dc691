import { createRequire } from 'node:module';
import { NotSupported } from '../table/attribute.ts';
import { operations } from '../table/database.ts';
import type { JsonObject } from './json.ts';

type Rules = { types: object; custom?: (request: object, store: object) => string | undefined };
type Checks = {
  checkTypes(request: object, types: object): object;
  checkValidations(request: object, types: object, custom: Rules['custom'], store: object): void;
};
const dynalite = (file: string): unknown => createRequire(import.meta.url)(`dynalite/validations/${file}.js`);
const STORE = { options: { maxItemSize: 400 * 1024 } };

/**
 * Whether DynamoDB would take a request for one: its words, expressions, names and values, as dynalite knows the rules.
 * Requests that differ only in their values are looked at once.
 * @throws an error with DynamoDB's own `body`
 */
export function checkRequests(): (operation: string, request: JsonObject) => void {
  const { checkTypes, checkValidations } = dynalite('index') as Checks;
  const seen = new Set<string>();
  return (operation, request) => {
    const shape = shapeOf(operation, request);
    if (seen.has(shape)) return;
    if (!operations.includes(operation)) throw new NotSupported(`The operation ${operation} is not supported`);
    const { types, custom } = dynalite(operation.charAt(0).toLowerCase() + operation.slice(1)) as Rules;
    checkValidations(checkTypes(structuredClone(request), types), types, custom, STORE);
    seen.add(shape);
  };
}

/** All words of a request, and the names of its values instead of these. */
const shapeOf = (operation: string, request: JsonObject): string =>
  `${operation} ${JSON.stringify(request, (name, value) => (typeof value === 'object' && isValues(name) ? Object.keys(value).sort() : value))}`;

const isValues = (name: string) =>
  ['Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues', 'RequestItems'].includes(name);
