import { type Resource, type Synthesized, written } from './synthesized.ts';

/** One thing a role may do, and to what. */
export type Right = { role: string; action: string; resource: string };

type Statement = {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  NotAction?: unknown;
  NotResource?: unknown;
};
type Document = { Statement: Statement[] };

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Everything that any role of the system may do. */
export function rightsIn({ of }: Synthesized): Right[] {
  const policies = [...of('AWS::IAM::Policy'), ...of('AWS::IAM::ManagedPolicy')].flatMap(([, policy]) =>
    list(policy.Properties.Roles as unknown[]).flatMap((role) => rightsOf(written(role).slice(1, -1), policy)),
  );
  const inline = of('AWS::IAM::Role').flatMap(([role, { Properties }]) =>
    list(Properties.Policies as Resource['Properties'][]).flatMap((policy) =>
      rightsOf(role, { Type: 'inline', Properties: policy }),
    ),
  );
  const attached = of('AWS::IAM::Role').flatMap(([role, { Properties }]) =>
    list(Properties.ManagedPolicyArns as unknown[]).flatMap((arn) => {
      const policy = of('AWS::IAM::ManagedPolicy').find(([id]) => written(arn) === `<${id}>`);
      return policy ? rightsOf(role, policy[1]) : [];
    }),
  );
  return [...policies, ...inline, ...attached];
}

/** Whether a right covers this, read as IAM reads it: `*` is any text, `?` any letter, capitals or not in an action. */
export const covers = ({ action, resource }: Right, wanted: { action: string; resource: string }): boolean =>
  fits(action.toLowerCase(), wanted.action.toLowerCase()) && fits(resource, wanted.resource);

function fits(pattern: string, text: string): boolean {
  const parts = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${parts}$`, 's').test(text);
}

function rightsOf(role: string, { Properties }: Resource): Right[] {
  const { Statement } = Properties.PolicyDocument as Document;
  return Statement.flatMap((statement) => {
    if (statement.Effect !== 'Allow') return [];
    if (statement.NotAction || statement.NotResource) return [{ role, action: '*', resource: '*' }];
    return list(statement.Action).flatMap((action) =>
      list(statement.Resource).map((resource) => ({ role, action, resource: written(resource) })),
    );
  });
}

/** The functions of the service: what each is made from, its role and its environment. */
export const functionsIn = ({ of }: Synthesized) =>
  of('AWS::Lambda::Function').map(([id, { Properties }]) => ({
    id,
    entry: Properties.Description as string,
    role: written(Properties.Role).slice(1, -'.Arn>'.length),
    environment: (Properties.Environment as { Variables: Record<string, unknown> } | undefined)?.Variables ?? {},
    properties: Properties,
  }));
