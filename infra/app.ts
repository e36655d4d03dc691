import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { stageNamed } from './stages.ts';
import { caseloopApp } from './synth.ts';

// `cdk synth`, `cdk deploy`: which stage is a setting, `--context stage=prod` or STAGE=prod
const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as { stage?: string };
const app = await caseloopApp(stageNamed(process.env.STAGE ?? context.stage ?? 'dev'));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
app.synth();
