import type * as z from 'zod';
import type { Stack } from './assembly.ts';
import { conditionHolds, resolve } from './intrinsics.ts';
import type { Json } from './json.ts';
import { isNamed } from './logical-id.ts';
import { type Names, namesOf } from './physical-names.ts';
import { type Addresses, type Present, referencesOf } from './references.ts';
import { isKnownType } from './resource-types.ts';

/** A resource with everything it refers to filled in. */
export interface Deployed<P> {
  readonly logicalId: string;
  readonly type: string;
  readonly ref: string;
  readonly arn: string;
  /** Where it stands in the app, like `service/OpenCase/Resource`, or its logical id when the template does not say. */
  readonly path: string;
  readonly properties: P;
  asset(objectKey: string): string;
}

export interface Deployment {
  readonly account: string;
  readonly region: string;
  /** All resources of one type, properties checked against what this cloud understands of them. */
  resources<P>(type: string, properties: z.ZodType<P>): Deployed<P>[];
  outputs(): Record<string, string>;
  /** The physical name of a resource by its logical id, with or without the hash that CDK puts at its end. */
  nameOf(logicalId: string): string;
}

/**
 * All stacks as if they had been deployed to one account, with the addresses of this machine.
 * Refuses resource types it does not know. Names and properties are resolved when they are first asked for.
 */
export function deploy(stacks: readonly Stack[], addresses: Addresses): Deployment {
  const first = stacks[0];
  if (!first) throw new Error('There is no stack to run');
  const references = referencesOf({ stacks, present: () => present, names, addresses });
  const present: Present[] = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources)
      .filter(([, { Condition }]) => !Condition || conditionHolds(Condition, stack, references))
      .map(([logicalId, resource]) => ({ stack, logicalId, resource })),
  );
  const unknown = new Set(present.map(({ resource }) => resource.Type).filter((type) => !isKnownType(type)));
  if (unknown.size > 0) throw new Error(`This cloud cannot run resources of type ${[...unknown].join(', ')}`);

  const named = new Map<string, Names>();
  function names(stack: Stack, logicalId: string): Names {
    const key = `${stack.name}/${logicalId}`;
    const known = named.get(key);
    if (known) return known;
    const resource = stack.template.Resources[logicalId];
    if (!resource) throw new Error(`${stack.name} has no resource ${logicalId}`);
    const { name, account, region } = stack;
    const property = (wanted: string) => {
      const value = resolve(resource.Properties[wanted] ?? null, stack, references);
      return typeof value === 'string' ? value : undefined;
    };
    const result = namesOf({ type: resource.Type, logicalId, stack: name, account, region, property });
    named.set(key, result);
    return result;
  }

  const resolved = (value: Json, stack: Stack) => resolve(value, stack, references);
  return {
    account: first.account,
    region: first.region,
    resources: (type, schema) =>
      present
        .filter(({ resource }) => resource.Type === type)
        .map(({ stack, logicalId, resource }) => {
          const { ref, attributes } = names(stack, logicalId);
          const properties = schema.safeParse(resolved(resource.Properties, stack));
          if (!properties.success) throw new Error(`${type} ${logicalId}: ${properties.error.message}`);
          const path = String(resource.Metadata['aws:cdk:path'] ?? logicalId);
          return {
            logicalId,
            type,
            ref,
            arn: attributes.Arn ?? ref,
            path,
            properties: properties.data,
            asset: stack.asset,
          };
        }),
    nameOf(wanted) {
      const found = present.filter(({ logicalId }) => isNamed(logicalId, wanted));
      const [only] = found;
      if (!only || found.length > 1) throw new Error(`${found.length} resources are called ${wanted}`);
      return names(only.stack, only.logicalId).ref;
    },
    outputs: () =>
      Object.fromEntries(
        stacks.flatMap((stack) =>
          Object.entries(stack.template.Outputs)
            .filter(([, { Condition }]) => !Condition || conditionHolds(Condition, stack, references))
            .map(([name, { Value }]) => [name, String(resolved(Value, stack))]),
        ),
      ),
  };
}
