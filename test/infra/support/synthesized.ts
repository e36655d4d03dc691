import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { type Stage, stageNamed } from '../../../infra/stages.ts';
import { caseloopApp } from '../../../infra/synth.ts';

export type Resource = {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
};
export type Resources = Record<string, Resource>;
export type Synthesized = { app: App; text: string; resources: Resources; of: (type: string) => [string, Resource][] };

/** Both stacks of a stage, as CloudFormation gets them. */
export async function synthesized(stage: Stage | string): Promise<Synthesized> {
  const wanted = typeof stage === 'string' ? stageNamed(stage) : stage;
  const app = await caseloopApp(wanted, mkdtempSync(join(tmpdir(), 'caseloop-infra-')));
  const templates = app.synth().stacks.map((stack) => stack.template as { Resources: Resources });
  const resources: Resources = Object.assign({}, ...templates.map((template) => template.Resources));
  return {
    app,
    text: JSON.stringify(templates, null, 1),
    resources,
    of: (type) => Object.entries(resources).filter(([, resource]) => resource.Type === type),
  };
}

/** What an intrinsic function will become, as text with the names of the resources in it. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const [[name, argument]] = Object.entries(value) as [[string, unknown]];
  if (name === 'Fn::Join') return written((argument as [string, unknown[]])[1]);
  if (name === 'Fn::GetAtt') return `<${(argument as string[]).join('.')}>`;
  if (name === 'Ref' || name === 'Fn::ImportValue') return `<${written(argument)}>`;
  return JSON.stringify(value);
}
