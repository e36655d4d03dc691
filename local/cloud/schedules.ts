import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Deployed, Deployment } from './deployment.ts';
import type { Json } from './json.ts';
import { readSchedule } from './schedule-expression.ts';
import type { Targets } from './targets.ts';

const Target = z.object({ Arn: z.string(), Input: z.string().optional() });
const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target,
});
const ScheduledRule = z.object({
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(Target).default([]),
});

/** Calls the targets of every schedule each time it falls due on the clock. */
export function startSchedules(deployment: Deployment, targets: Targets, clock: Clock): void {
  const from = clock.now();

  function repeat(expression: string, timezone: string, run: (time: number) => void): void {
    const next = readSchedule(expression, timezone, from);
    const plan = (after: number) => {
      const time = next(after);
      if (time === undefined) return;
      clock.at(time, () => {
        plan(time);
        run(time);
      });
    };
    plan(from);
  }

  for (const schedule of deployment.resources('AWS::Scheduler::Schedule', Schedule)) {
    const { ScheduleExpression, ScheduleExpressionTimezone, State, Target } = schedule.properties;
    targets.check(Target.Arn);
    if (State === 'ENABLED')
      repeat(ScheduleExpression, ScheduleExpressionTimezone, (time) =>
        targets.send(Target.Arn, input(Target.Input, schedule, 'aws.scheduler', time, deployment)),
      );
  }
  for (const rule of deployment.resources('AWS::Events::Rule', ScheduledRule)) {
    const { ScheduleExpression, State, Targets } = rule.properties;
    for (const { Arn } of Targets) targets.check(Arn);
    if (ScheduleExpression && State === 'ENABLED')
      repeat(ScheduleExpression, 'UTC', (time) => {
        for (const { Arn, Input } of Targets) targets.send(Arn, input(Input, rule, 'aws.events', time, deployment));
      });
  }
}

/** What the target gets: the input of the template with Scheduler's keywords filled in, or the event of a schedule. */
function input(
  given: string | undefined,
  { arn }: Deployed<unknown>,
  source: string,
  time: number,
  { account, region }: Deployment,
): Json {
  const scheduled = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  const id = crypto.randomUUID();
  if (given === undefined)
    return {
      version: '0',
      id,
      'detail-type': 'Scheduled Event',
      source,
      account,
      time: scheduled,
      region,
      resources: [arn],
      detail: source === 'aws.scheduler' ? '{}' : {},
    };
  const keywords: Record<string, string> = {
    'schedule-arn': arn,
    'scheduled-time': scheduled,
    'execution-id': id,
    'attempt-number': '1',
  };
  return JSON.parse(given.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => keywords[name] ?? whole));
}
