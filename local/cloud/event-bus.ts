import * as z from 'zod';
import type { Deployment } from './deployment.ts';
import { matches, readPattern } from './event-pattern.ts';
import type { Json, JsonObject } from './json.ts';
import type { Targets } from './targets.ts';

const Rule = z.object({
  EventBusName: z.literal('default').default('default'),
  EventPattern: z.custom<JsonObject>().optional(),
  State: z.string().default('ENABLED'),
  Targets: z
    .array(
      z.object({
        Arn: z.string(),
        Input: z.string().optional(),
        InputPath: z.undefined('InputPath is not known here').optional(),
        InputTransformer: z.undefined('InputTransformer is not known here').optional(),
      }),
    )
    .default([]),
});

/** What a sender says of an event; the bus adds id, time, account and region. */
export interface SentEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly resources?: readonly string[];
  readonly detail: Json;
}

export interface EventBus {
  /** Hands the event to the targets of every rule it matches, and returns its id. */
  put(event: SentEvent): string;
  /** What functions and services put there, in that order; with a source, what came from it. */
  published(source?: string): readonly (SentEvent & { readonly id: string; readonly time: string })[];
}

/** EventBridge's default bus. */
export function createEventBus(deployment: Deployment, targets: Targets, now: () => number): EventBus {
  const { account, region } = deployment;
  const rules = deployment
    .resources('AWS::Events::Rule', Rule)
    .filter(({ properties }) => properties.EventPattern && properties.State === 'ENABLED')
    .map(({ properties }) => ({ pattern: readPattern(properties.EventPattern ?? {}), called: properties.Targets }));

  for (const { Arn } of rules.flatMap(({ called }) => called)) targets.check(Arn);

  const seen: (SentEvent & { id: string; time: string })[] = [];

  return {
    published: (source) => seen.filter((event) => source === undefined || event.source === source),

    put({ source, 'detail-type': detailType, resources = [], detail }) {
      const id = crypto.randomUUID();
      const time = new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z');
      const event: JsonObject = {
        version: '0',
        id,
        'detail-type': detailType,
        source,
        account,
        time,
        region,
        resources: [...resources],
        detail,
      };
      seen.push({ id, time, source, 'detail-type': detailType, resources, detail });
      for (const { pattern, called } of rules) {
        if (!matches(pattern, event)) continue;
        for (const { Arn, Input } of called) targets.send(Arn, Input === undefined ? event : JSON.parse(Input));
      }
      return id;
    },
  };
}
