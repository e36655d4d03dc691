import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { allow } from './handler-function.ts';

export type WorkflowMachineProps = {
  name: string;
  /** The file in statemachines/, without `.asl.json`. */
  definition: string;
  functions: Record<string, IFunction>;
  /** What runs that began with an older definition still call. */
  retired?: IFunction[];
  /** Placeholders that are no functions: the ARN of another machine, the name of a bucket. */
  named: Record<string, string>;
  permissions: PolicyStatement[];
  logDays: number;
};

/**
 * A state machine from its file. The text stays in the template, where tests and people see it.
 * @throws Error on a placeholder without a function, or a function without a placeholder
 */
export function workflowMachine(scope: Construct, id: string, props: WorkflowMachineProps): StateMachine {
  const file = join(import.meta.dirname, `../../statemachines/${props.definition}.asl.json`);
  const definition = readFileSync(file, 'utf8');
  const functionArns = Object.entries(props.functions).map(([name, one]) => [name, one.functionArn]);
  const definitionSubstitutions: Record<string, string> = { ...Object.fromEntries(functionArns), ...props.named };
  checkPlaceholders(props.definition, definition, Object.keys(definitionSubstitutions));

  const logGroup = new LogGroup(scope, `${id}Log`, {
    logGroupName: `/aws/vendedlogs/states/${props.name}`,
    retention: props.logDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  const machine = new StateMachine(scope, id, {
    stateMachineName: props.name,
    definitionBody: DefinitionBody.fromString(JSON.stringify(JSON.parse(definition))),
    definitionSubstitutions,
    role,
    tracingEnabled: true,
    // Only ids cross a workflow, and its log holds not even those.
    logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
  });
  const called = [...Object.values(props.functions), ...(props.retired ?? [])].map((one) => one.functionArn);
  if (called.length > 0) role.addToPolicy(allow(['lambda:InvokeFunction'], called));
  for (const permission of props.permissions) role.addToPolicy(permission);
  return machine;
}

function checkPlaceholders(name: string, definition: string, given: string[]): void {
  const wanted = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder = '']) => placeholder));
  const missing = [...wanted].filter((placeholder) => !given.includes(placeholder));
  const idle = given.filter((placeholder) => !wanted.has(placeholder));
  if (missing.length > 0) throw new Error(`statemachines/${name}.asl.json: nothing answers ${missing.join(', ')}`);
  if (idle.length > 0) throw new Error(`statemachines/${name}.asl.json: nothing asks for ${idle.join(', ')}`);
}
