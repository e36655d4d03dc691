import { App, Tags } from 'aws-cdk-lib';
import { bundleFunctions } from './build.ts';
import { DataStack } from './data-stack.ts';
import { acknowledgeExceptions } from './exceptions.ts';
import { ServiceStack } from './service-stack.ts';
import type { Stage } from './stages.ts';

/**
 * The whole service as a CDK app. `outdir` is where the assembly goes; without it the CDK command says where, and
 * CDK checks the templates by its own rules, which takes longer than all the rest.
 */
export async function caseloopApp(stage: Stage, outdir?: string): Promise<App> {
  const bundles = await bundleFunctions();
  const app = new App(outdir ? { outdir, builtinCloudFormationValidation: false } : {});
  const data = new DataStack(app, `Caseloop-${stage.name}-data`, { stage });
  new ServiceStack(app, `Caseloop-${stage.name}`, { stage, data, bundles });
  acknowledgeExceptions(app, stage);
  Tags.of(app).add('application', 'caseloop');
  Tags.of(app).add('stage', stage.name);
  return app;
}
