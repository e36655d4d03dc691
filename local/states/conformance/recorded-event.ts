import { isObject, type Json, type JsonObject } from '../json.ts';
import type { RecordedEvent } from './case.ts';

const TEXTS = ['input', 'output', 'parameters'];

/** JSON where a text holds JSON, else the text itself. */
export function parsed(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

const detailsKey = (event: object) => Object.keys(event).find((key) => key.endsWith('EventDetails'));

export function detailsOf(event: RecordedEvent): JsonObject {
  const key = detailsKey(event);
  const details = key === undefined ? undefined : (event as unknown as JsonObject)[key];
  return isObject(details) ? details : {};
}

/** What has to be equal of an event: all but its place and its time. */
export function contentOf(event: RecordedEvent, details: JsonObject = detailsOf(event)): JsonObject {
  const key = detailsKey(event);
  return key === undefined ? { type: event.type } : { type: event.type, [key]: details };
}

/** The same of an event that we made, in which JSON is still text. */
export function parsedContentOf(event: RecordedEvent): JsonObject {
  const details = Object.entries(detailsOf(event)).map(([name, value]): [string, Json] => [
    name,
    TEXTS.includes(name) ? (parsed(value) as Json) : name === 'assignedVariables' ? eachParsed(value) : value,
  ]);
  return contentOf(event, Object.fromEntries(details));
}

const eachParsed = (variables: Json): Json =>
  isObject(variables)
    ? Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, parsed(value) as Json]))
    : variables;
