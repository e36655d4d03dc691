import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { SignIn } from '../functions/shared/sign-in.ts';
import type { TableSetting } from './data-stack.ts';
import type { Stage } from './stages.ts';
import type { WorkflowName } from './workflows/workflow.ts';

/** What the functions of the service are made from. */
export type ServiceWorld = {
  stage: Stage;
  /** The folder with the bundle of every function. */
  bundles: string;
  tables: Record<TableSetting, ITable>;
  configurationSetName: string;
  /** Where every function writes: what one request led to is found in one place. */
  functionLog: ILogGroup;
  /** Telling X-Ray, which knows no resources. */
  tracing: IManagedPolicy;
  /** In which claim of a token the roles stand. */
  rolesClaim: string;
  /** How people sign in at the console. */
  signIn: SignIn;
  /** Where customers reach the pages; known only after the API is. */
  publicUrl: () => string;
  machineName: (workflow: WorkflowName) => string;
  /** Made from the name, so that a step may know its own machine without a circle in the stack. */
  machineArn: (workflow: WorkflowName) => string;
};
