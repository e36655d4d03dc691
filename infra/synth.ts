import { App, Tags } from 'aws-cdk-lib';
import { bundleFunctions } from './build.ts';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Stage } from './stages.ts';

/**
 * The whole service as a CDK app. `outdir` is where the assembly goes; the CDK command says it by itself. `bundles` is
 * a folder that `bundleFunctions` filled, for who synthesizes several stages.
 */
export async function caseloopApp(stage: Stage, outdir?: string, bundles?: string): Promise<App> {
  const filled = bundles ?? (await bundleFunctions());
  const app = new App(outdir ? { outdir } : {});
  const data = new DataStack(app, `Caseloop-${stage.name}-data`, { stage });
  new ServiceStack(app, `Caseloop-${stage.name}`, { stage, data, bundles: filled });
  Tags.of(app).add('application', 'caseloop');
  Tags.of(app).add('stage', stage.name);
  return app;
}
