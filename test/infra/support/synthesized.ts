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
type Template = { Resources: Resources; Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }> };
export type Synthesized = {
  app: App;
  text: string;
  /** How many resources each stack has. */
  stacks: { name: string; size: number }[];
  resources: Resources;
  of: (type: string) => [string, Resource][];
};

const known = new Map<string, Promise<Synthesized>>();

/**
 * All stacks of a stage, as CloudFormation gets them; what one takes from another stands where it is taken. A stage that
 * is asked for by its name is made once for all that only look at it.
 */
export function synthesized(stage: Stage | string): Promise<Synthesized> {
  if (typeof stage !== 'string') return synthesize(stage);
  const made = known.get(stage) ?? synthesize(stageNamed(stage));
  known.set(stage, made);
  return made;
}

async function synthesize(stage: Stage): Promise<Synthesized> {
  const app = await caseloopApp(stage, mkdtempSync(join(tmpdir(), 'caseloop-infra-')));
  const { stacks } = app.synth();
  const templates = withImports(stacks.map((stack) => stack.template as Template));
  const resources: Resources = Object.assign({}, ...templates.map((template) => template.Resources));
  return {
    app,
    text: JSON.stringify(templates, null, 1),
    stacks: stacks.map(({ stackName: name }, index) => ({
      name,
      size: Object.keys(templates[index]?.Resources ?? {}).length,
    })),
    resources,
    of: (type) => Object.entries(resources).filter(([, resource]) => resource.Type === type),
  };
}

function withImports(templates: Template[]): Template[] {
  const outputs = templates.flatMap(({ Outputs = {} }) => Object.values(Outputs));
  const exported = new Map(outputs.flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value]] : [])));
  const text = JSON.stringify(templates);
  return JSON.parse(text, (_, value) => exported.get(value?.['Fn::ImportValue']) ?? value);
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
