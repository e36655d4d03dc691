import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { allow } from './constructs/handler-function.ts';
import { workflowMachine } from './constructs/workflow-machine.ts';
import { type FunctionRow, functionOf } from './functions.ts';
import type { ServiceWorld } from './service-world.ts';
import { campaignWorkflow } from './workflows/campaign.ts';
import { caseWorkflow } from './workflows/case.ts';
import { complaintWorkflow } from './workflows/complaint.ts';
import { investigationWorkflow } from './workflows/investigation.ts';
import { surveyWorkflow } from './workflows/survey.ts';
import type { Workflow, WorkflowName } from './workflows/workflow.ts';

export const workflows: Workflow[] = [
  caseWorkflow,
  complaintWorkflow,
  investigationWorkflow,
  surveyWorkflow,
  campaignWorkflow,
];

/** Every state machine, with a function for each of its steps; a step that several have is one function. */
export function addMachines(scope: Construct, world: ServiceWorld): StateMachine[] {
  const rows = new Map<string, FunctionRow>();
  for (const { name, steps, retired } of workflows) {
    for (const [id, { entry, uses, answersOwnRun }] of Object.entries({ ...retired, ...steps })) {
      const answers = [...(rows.get(id)?.answers ?? []), ...(answersOwnRun ? [name] : [])];
      rows.set(id, { entry: `${entry}.step`, uses, answers });
    }
  }
  const functions = new Map([...rows].map(([id, row]) => [id, functionOf(scope, id, row, world)]));

  const named = (rows: Workflow['steps']) =>
    Object.fromEntries(Object.keys(rows).map((id) => [id, functions.get(id) as LambdaFunction]));

  return workflows.map(({ name, steps, retired = {}, starts = {} }) =>
    workflowMachine(scope, `${name}Workflow`, {
      name: world.machineName(name),
      definition: name,
      functions: named(steps),
      retired: Object.values(named(retired)),
      named: Object.fromEntries(Object.entries(starts).map(([id, { workflow }]) => [id, world.machineArn(workflow)])),
      permissions: Object.values(starts).flatMap((start) => mayStart(scope, start, world)),
      logDays: world.stage.logDays,
    }),
  );
}

/** Awaiting a run of another machine takes more than starting it; CDK gives none of it for a definition in text. */
function mayStart(
  scope: Construct,
  { workflow, awaited }: { workflow: WorkflowName; awaited: boolean },
  world: ServiceWorld,
): PolicyStatement[] {
  const stack = Stack.of(scope);
  const executions = stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${world.machineName(workflow)}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const managedRule = stack.formatArn({
    service: 'events',
    resource: 'rule',
    resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
  });
  const start = allow(['states:StartExecution'], [world.machineArn(workflow)]);
  if (!awaited) return [start];
  return [
    start,
    allow(['states:DescribeExecution', 'states:StopExecution'], [executions]),
    allow(['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], [managedRule]),
  ];
}
