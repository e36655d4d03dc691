import { stageNamed } from './stages.ts';
import { caseloopApp } from './synth.ts';

// `cdk synth`, `cdk deploy`: which stage is a setting, `--context stage=prod` or STAGE=prod
const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as { stage?: string };
const app = await caseloopApp(stageNamed(process.env.STAGE ?? context.stage ?? 'dev'));
app.synth();
