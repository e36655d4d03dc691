import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { settings } from '../../functions/shared/env.ts';
import { routes } from '../../infra/api.ts';
import { stageNamed } from '../../infra/stages.ts';
import { functionsIn } from './support/rights.ts';
import { cardNumbers, randomWords, secrets } from './support/secrets.ts';
import { type Synthesized, synthesized, written } from './support/synthesized.ts';

let stage: Synthesized;
beforeAll(async () => {
  stage = await synthesized('prod');
});
const properties = (type: string) => stage.of(type).map(([, resource]) => resource.Properties);

describe('the API', () => {
  test('has the routes of the table and no others, each behind a token unless it is public', () => {
    const deployed = properties('AWS::ApiGatewayV2::Route').map((route) => [route.RouteKey, route.AuthorizationType]);
    const rows = routes.map((row) => [`${row.method} ${row.path}`, row.callers === 'public' ? 'NONE' : 'JWT']);
    expect(deployed.sort()).toEqual(rows.sort());
  });

  test('is held back at a rate, and its log has no path, where the link of a survey would stand', () => {
    const [api] = properties('AWS::ApiGatewayV2::Stage') as [Record<string, { Format?: string }>];
    expect(api.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
    expect(api.AccessLogSettings?.Format).not.toMatch(/path|sourceIp|identity/i);
  });
});

test('the environment of a function is what it reads, no more and no less', () => {
  for (const { entry, environment } of functionsIn(stage)) {
    const source = readFileSync(join(import.meta.dirname, `../../functions/${entry}.ts`), 'utf8');
    const read = Object.keys(settings).filter((name) => source.includes(`'${name}'`));
    const byRoute = /\bapi\(/.test(source) ? ['CALLERS', 'ROLES_CLAIM', 'ACCESS_TABLE'] : [];
    expect(Object.keys(environment).sort(), entry).toEqual([...new Set([...read, ...byRoute])].sort());
  }
});

describe('what nobody waits for', () => {
  test('the stream is read in batches that can fail in part, is tried again, and gives up into the dead letters', () => {
    const mappings = properties('AWS::Lambda::EventSourceMapping');
    expect(mappings.length).toBe(2);
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 20 });
      expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(written((mapping.DestinationConfig as { OnFailure: object }).OnFailure)).toContain('DeadLetters');
    }
  });

  test('a schedule and a rule keep what they could not deliver', () => {
    const schedules = properties('AWS::Scheduler::Schedule').map((schedule) => schedule.Target);
    const targets = properties('AWS::Events::Rule').flatMap((rule) => rule.Targets);
    expect([...schedules, ...targets].length).toBeGreaterThanOrEqual(3);
    for (const target of [...schedules, ...targets] as { DeadLetterConfig: { Arn: unknown } }[]) {
      expect(written(target.DeadLetterConfig.Arn)).toContain('DeadLetters');
    }
  });

  test('a function that is called without anybody waiting keeps what it failed at', () => {
    const alone = functionsIn(stage).filter(({ entry }) => /\.(schedule|event)$/.test(entry));
    expect(alone.length).toBeGreaterThanOrEqual(3);
    for (const { entry, properties } of alone) {
      const { TargetArn } = properties.DeadLetterConfig as { TargetArn: unknown };
      expect(written(TargetArn), entry).toContain('DeadLetters');
    }
  });
});

describe('the workflows', () => {
  test('log each step, but none of what is in it, and are traced', () => {
    const machines = properties('AWS::StepFunctions::StateMachine');
    expect(machines.length).toBe(6);
    for (const { LoggingConfiguration, TracingConfiguration } of machines) {
      expect(LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
      expect(TracingConfiguration).toEqual({ Enabled: true });
    }
  });

  test('have every placeholder filled', () => {
    for (const { DefinitionString, DefinitionSubstitutions } of properties('AWS::StepFunctions::StateMachine')) {
      const wanted = [...written(DefinitionString).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(DefinitionSubstitutions as object).sort()).toEqual([...new Set(wanted)].sort());
    }
  });
});

describe('what is kept', () => {
  test('in production no table can be deleted, and each can be put back to any second of the last weeks', () => {
    const tables = stage.of('AWS::DynamoDB::Table');
    expect(tables.length).toBeGreaterThanOrEqual(8);
    for (const [id, { Properties, DeletionPolicy }] of tables) {
      expect(DeletionPolicy, id).toBe('Retain');
      expect(Properties, id).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  test('the vault and the kept roots are each encrypted with a key of their own, which is renewed every year', () => {
    const keys = stage.of('AWS::KMS::Key');
    expect(keys.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['RootKey', 'VaultKey']);
    for (const [, { Properties, DeletionPolicy }] of keys) {
      expect(Properties).toMatchObject({ EnableKeyRotation: true });
      expect(DeletionPolicy).toBe('Retain');
    }
    const encrypted = stage.of('AWS::DynamoDB::Table').filter(([, table]) => table.Properties.SSESpecification);
    expect(encrypted.map(([id]) => id)).toEqual([expect.stringMatching(/^Vault/)]);
    expect(encrypted[0]?.[1].Properties.SSESpecification).toMatchObject({ SSEType: 'KMS' });
  });

  test('every log is deleted after the days of the stage, and every function writes into one of them', () => {
    for (const log of properties('AWS::Logs::LogGroup')) expect(log.RetentionInDays).toBe(365);
    for (const { properties, entry } of functionsIn(stage)) {
      expect(written((properties.LoggingConfig as { LogGroup: unknown }).LogGroup), entry).toMatch(/Log/);
    }
  });
});

test('bounces and complaints are reported and end mail to that address', () => {
  const [set] = properties('AWS::SES::ConfigurationSet');
  expect(set?.SuppressionOptions).toEqual({ SuppressedReasons: ['BOUNCE', 'COMPLAINT'] });
  const [destination] = properties('AWS::SES::ConfigurationSetEventDestination') as never[];
  expect(destination).toMatchObject({
    EventDestination: { Enabled: true, MatchingEventTypes: expect.arrayContaining(['bounce', 'complaint']) },
  });
});

describe('an alarm', () => {
  const runbook = () => readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
  const sections = () => [...runbook().matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name);

  test('goes off for each of what somebody has to look at', () => {
    const names = properties('AWS::CloudWatch::Alarm').map((alarm) => alarm.AlarmName);
    const watched = [
      'run-failed',
      'run-timed-out',
      'dead-letters',
      'oldest-wait',
      'broken-chains',
      'accesses-not-recorded',
      'throttles',
      'unexplained-cases',
      'sweep-missing',
    ];
    expect(names.sort()).toEqual(watched.map((name) => `caseloop-prod-${name}`).sort());
  });

  test('tells somebody, and names the section of the runbook that says what to do', () => {
    for (const { AlarmActions, AlarmDescription, AlarmName } of properties('AWS::CloudWatch::Alarm')) {
      expect(written(AlarmActions)).toContain('Alarms');
      const [, section] = String(AlarmDescription).match(/docs\/runbook\.md#([a-z-]+)$/) ?? [];
      expect(AlarmName).toBe(`caseloop-prod-${section}`);
      expect(sections()).toContain(section);
      const [severity] = String(AlarmDescription).match(/^Severity [123]\./) ?? [];
      expect(runbook(), 'as grave as the alarm says').toContain(`## ${section}\n**${severity}`);
    }
  });

  test('has a section of its own for as long as it exists', () => {
    expect(sections().length).toBe(properties('AWS::CloudWatch::Alarm').length);
  });

  test('is not all that the runbook explains: so is each line of the log that warns', () => {
    const folder = join(import.meta.dirname, '../../functions');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const source = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    const logged = new Set([...source.matchAll(/log\.(?:warn|error)\(\s*'([A-Z_]+)'/g)].map(([, event]) => event));
    expect(logged.size).toBeGreaterThan(15);
    expect([...logged].filter((event) => !runbook().includes(`\`${event}\``))).toEqual([]);
  });

  test('is read by a person: the topic has a subscriber, whose lost mails are kept', () => {
    const { alarmsTo } = stageNamed('prod');
    const subscription = properties('AWS::SNS::Subscription').find(({ Endpoint }) => Endpoint === alarmsTo);
    expect(subscription).toMatchObject({ Protocol: 'email' });
    expect(written(Object.values(subscription?.RedrivePolicy as object))).toContain('DeadLetters');
  });
});

test('every published root is mailed to the auditors, who can check a case against it', () => {
  const { auditorsTo } = stageNamed('prod');
  const subscription = properties('AWS::SNS::Subscription').find(({ Endpoint }) => Endpoint === auditorsTo);
  expect(written(subscription?.TopicArn)).toMatch(/^<RootMail/);
  const rule = properties('AWS::Events::Rule').find((one) => written(one.Targets).includes('RootMail'));
  expect(rule?.EventPattern).toEqual({ source: ['caseloop'], 'detail-type': ['audit.root-published'] });
  const [target] = (rule?.Targets ?? []) as { InputTransformer: { InputPathsMap: object; InputTemplate: string } }[];
  expect(Object.values(target?.InputTransformer.InputPathsMap ?? {}).sort()).toEqual(
    ['at', 'root', 'size'].map((name) => `$.detail.${name}`),
  );
  expect(target?.InputTransformer.InputTemplate).toContain('npm run verify -- --case ID --root');
});

test('each stack has room for more: CloudFormation takes 500 resources', () => {
  const sizes = stage.stacks.map(({ name, size }) => [name, size] as const);
  expect(sizes.map(([name]) => name)).toEqual(['Caseloop-prod-data', 'Caseloop-prod-api', 'Caseloop-prod-work']);
  for (const [name, size] of sizes) expect(size, name).toBeLessThan(450);
});

describe('a template', () => {
  test.each(secrets)('never has %s in it', (_, pattern) => expect(stage.text.match(pattern)?.[0]).toBeUndefined());

  test('has no number of a card, and nothing as random as a secret', () => {
    expect(cardNumbers(stage.text)).toEqual([]);
    const ofCdk = /^ExportsOutput(Ref|FnGetAtt)\w+$/; // what one stack takes from another has a digest in its name
    expect(randomWords(stage.text).filter((word) => !ofCdk.test(word))).toEqual([]);
    expect(randomWords('x1cX9q/K7MDENGzbPxRfiCYvw3Tn0LhJ5oUeSr8a')).toHaveLength(1);
  });

  test('has no address but those of the stage', () => {
    const { mailFrom, alarmsTo, auditorsTo } = stageNamed('prod');
    const found = stage.text.match(/[\w.+-]+@[\w-]+\.[\w.-]+/g) ?? [];
    expect([...new Set(found)].sort()).toEqual([alarmsTo, auditorsTo, mailFrom].sort());
  });
});
