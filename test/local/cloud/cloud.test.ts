import { expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { startCloud } from '../../../local/cloud/cloud.ts';
import { lambda, synthesize, table } from './synthesize.ts';

const clock = () => new MovableClock();
const bundles = { hello: `export const handler = async () => 'hello';` };

test('two clouds run beside one another, and a port that is taken is told at once', async () => {
  const assembly = await synthesize({
    app: { bundles, resources: { Hello5F4DCC3B: lambda('hello'), Cases: table('id') } },
  });
  const one = await startCloud({ assembly, clock: clock() });
  const two = await startCloud({ assembly, clock: clock() });
  expect(await two.invoke('Hello', {})).toEqual({ payload: 'hello' }); // without CDK's hash
  expect(one.nameOf('Hello')).toBe('app-Hello5F4DCC3B');
  for (const service of ['api', 'aws', 'inbox'] as const) {
    const port = Number(new URL(one[`${service}Url`]).port);
    await expect(startCloud({ assembly, clock: clock(), ports: { [service]: port } })).rejects.toThrow(String(port));
  }
  await Promise.all([one.stop(), two.stop()]);
  await expect(fetch(one.apiUrl)).rejects.toThrow();
});

const mapping = { EventSourceArn: 'x', FunctionName: 'Nobody' };
test.each<[string, Record<string, { Type: string; Properties: Record<string, unknown> }>]>([
  ['x is not the stream of a table', { M: { Type: 'AWS::Lambda::EventSourceMapping', Properties: mapping } }],
  ['There is no function', schedule('arn:aws:lambda:us-east-1:000000000000:function:x')],
  ['cannot be the target', schedule('arn:aws:ecs:us-east-1:000000000000:task/x')],
])('a template that cannot run is refused when it is loaded: %s', async (message, resources) => {
  const assembly = await synthesize({ app: { resources } });
  await expect(startCloud({ assembly, clock: clock() })).rejects.toThrow(message);
});

function schedule(Arn: string) {
  const Properties = { ScheduleExpression: 'rate(1 day)', Target: { Arn } };
  return { Sweep: { Type: 'AWS::Scheduler::Schedule', Properties } };
}
