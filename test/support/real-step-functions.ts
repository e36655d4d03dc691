import { SFNClient } from '@aws-sdk/client-sfn';
import { MovableClock } from '../../local/clock.ts';
import { createEngine } from '../../local/states/engine.ts';
import type { Json } from '../../local/states/json.ts';
import { seeded } from '../../local/states/random.ts';
import { stepFunctionsWire } from '../../local/states/wire.ts';

type Sent = { headers: Record<string, string>; body: Uint8Array };
type Task = (payload: { caseId: string; taskToken: string; cycle: number }) => Promise<void>;

// A case that waits for one person, and is over when they answer.
const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Triage',
  States: {
    Triage: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'Triage',
        Payload: {
          caseId: '{% $states.context.Execution.Input.caseId %}',
          cycle: '{% $states.context.Execution.Input.cycle %}',
          taskToken: '{% $states.context.Task.Token %}',
        },
      },
      End: true,
    },
  },
});

/** The interpreter as Step Functions, asked by the SDK, with one short machine; `triage` is called where it waits. */
export function realStepFunctions(start: number, triage: Task) {
  const clock = new MovableClock({ start });
  const engine = createEngine({
    ...{ clock, random: seeded(1), region: 'eu-central-1', account: '111111111111' },
    invokeFunction: async (_name, payload) => {
      await triage(payload as never);
      return { payload: null as Json };
    },
  });
  const roleArn = 'arn:aws:iam::111111111111:role/test';
  const { stateMachineArn } = engine.createStateMachine({ name: 'case', definition, roleArn });
  const wire = stepFunctionsWire(engine);
  const client = new SFNClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: { sign: async <R>(request: R) => request },
    requestHandler: {
      async handle({ headers, body }: Sent) {
        const answer = await wire(headers['x-amz-target'] ?? '', JSON.parse(new TextDecoder().decode(body)));
        const type = { 'content-type': 'application/x-amz-json-1.0' };
        return {
          response: { statusCode: answer.status, headers: type, body: Buffer.from(JSON.stringify(answer.body)) },
        };
      },
    },
  });
  return { clock, engine, client, stateMachineArn };
}
