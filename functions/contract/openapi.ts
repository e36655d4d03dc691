import document from '../../docs/openapi.json' with { type: 'json' };

// As much of OpenAPI and JSON Schema as the contract uses.
export type Schema = {
  $ref?: string;
  type?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};
type Example = { value?: unknown; $ref?: string };
export type Content = Record<string, { schema: Schema; examples?: Record<string, Example> }>;
export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };
export type Response = { description?: string; content?: Content; $ref?: string };
export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  'x-callers'?: Record<string, string>;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Content };
  responses: Record<string, Response>;
};
export type OpenApi = {
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Response>;
  };
};

/** The contract of this version of the service, as `npm run openapi` wrote it. */
export const openapi = document as unknown as OpenApi;
