import { type Content, type Html, html } from '../../shared/html.ts';
import type { Schema } from '../openapi.ts';

const LARGEST_UNION = 8;

export const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** A schema as it is written in a program: names are links, what need not be there has a question mark. */
export function schemaText(schema: Schema, indent = ''): Content {
  if (schema.$ref) return link(nameIn(schema.$ref));
  if (schema.const !== undefined) return html`<i>${JSON.stringify(schema.const)}</i>`;
  if (schema.enum) return joined(schema.enum.map((one) => html`<i>${JSON.stringify(one)}</i>`));
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return union(either, indent);
  if (schema.properties) return object(schema, indent);
  if (schema.items) return [schemaText(schema.items, indent), '[]'];
  if (typeof schema.additionalProperties === 'object') {
    return ['{ [name]: ', schemaText(schema.additionalProperties, indent), ' }'];
  }
  return [schema.type === 'integer' ? 'integer' : (schema.type ?? 'anything'), limits(schema)];
}

const link = (name: string): Html => html`<a href="#schema-${name}">${name}</a>`;

const joined = (parts: Content[]): Content => parts.map((part, n) => (n === 0 ? part : [' | ', part]));

function union(either: Schema[], indent: string): Content {
  const shown = either.slice(0, LARGEST_UNION).map((one) => schemaText(one, indent));
  const more = either.length - shown.length;
  return joined(more > 0 ? [...shown, html`<small>and ${more} more</small>`] : shown);
}

function object({ properties = {}, required = [] }: Schema, indent: string): Content {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, schema]) => [
    `${inner}${name}${required.includes(name) ? '' : '?'}: `,
    schemaText(schema, inner),
    '\n',
  ]);
  return ['{\n', lines, `${indent}}`];
}

function limits({ minimum, maximum, maxLength, format, default: usual }: Schema): Content {
  const said = [
    ...(format ? [format] : []),
    ...(minimum !== undefined ? [`from ${minimum}`] : []),
    ...(maximum !== undefined ? [`to ${maximum}`] : []),
    ...(maxLength !== undefined ? [`at most ${maxLength} characters`] : []),
    ...(usual !== undefined ? [`${JSON.stringify(usual)} if absent`] : []),
  ];
  return said.length > 0 ? html` <small>${said.join(', ')}</small>` : '';
}
