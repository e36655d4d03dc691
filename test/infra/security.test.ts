import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { exceptions } from '../../infra/exceptions.ts';
import { stageNamed } from '../../infra/stages.ts';
import { type Synthesized, synthesized } from './support/synthesized.ts';

describe.each(['dev', 'prod'])('stage %s', (name) => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesized(name);
  });

  test.each([
    ['AwsSolutions', AwsSolutionsChecks],
    ['Serverless', ServerlessChecks],
  ])('the pack %s finds nothing', (_, Pack) => {
    const { violations } = new Pack(stage.app).validateScope(stage.app);
    const found = violations.map(({ ruleName, violatingResources }) => [
      ruleName,
      violatingResources.map((resource) => resource.constructPath),
    ]);
    expect(found).toEqual([]);
  });

  test('each exception is still needed', () => {
    const acknowledged = new Set(
      stage.app.node
        .findAll()
        .flatMap((construct) =>
          construct.node.metadata
            .filter((entry) => entry.type === 'aws:cdk:acknowledged-rules')
            .flatMap((entry) => Object.keys(entry.data as object)),
        ),
    );
    for (const { findings } of exceptions(stageNamed(name))) {
      for (const finding of findings) expect([...acknowledged].join('\n')).toContain(finding);
    }
  });
});

test('there are at most five exceptions, each with a reason in words', () => {
  const all = exceptions(stageNamed('prod'));
  expect(all.length).toBeLessThanOrEqual(5);
  for (const { reason } of all) expect(reason.split(' ').length).toBeGreaterThan(10);
});

test('a second queue without dead letters of its own is found', async () => {
  const { app } = await synthesized(stageNamed('dev'));
  const stack = app.node.findChild('Caseloop-dev-work');
  new CfnQueue(stack, 'Another');
  const { violations } = new ServerlessChecks(app).validateScope(app);
  expect(violations.map((violation) => violation.ruleName)).toEqual(['Serverless-SQSRedrivePolicy']);
});
