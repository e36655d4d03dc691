import { App, Tags } from 'aws-cdk-lib';
import { ApiStack } from './api-stack.ts';
import { bundleFunctions } from './build.ts';
import { DataStack } from './data-stack.ts';
import { acknowledgeExceptions } from './exceptions.ts';
import type { Stage } from './stages.ts';
import { WorkStack } from './work-stack.ts';

// Logs of accesses to a bucket are let in by a policy: lists of rights on objects are for the S3 of long ago.
const context = { '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true };

/**
 * The whole service as a CDK app. `outdir` is where the assembly goes; without it the CDK command says where, and
 * CDK checks the templates by its own rules, which takes longer than all the rest.
 */
export async function caseloopApp(stage: Stage, outdir?: string): Promise<App> {
  const bundles = await bundleFunctions();
  const app = new App({ context, ...(outdir && { outdir, builtinCloudFormationValidation: false }) });
  const data = new DataStack(app, `Caseloop-${stage.name}-data`, { stage });
  const front = new ApiStack(app, `Caseloop-${stage.name}-api`, { stage, data, bundles });
  new WorkStack(app, `Caseloop-${stage.name}-work`, { data, front });
  acknowledgeExceptions(app, stage);
  Tags.of(app).add('application', 'caseloop');
  Tags.of(app).add('stage', stage.name);
  return app;
}
