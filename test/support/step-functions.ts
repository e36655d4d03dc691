import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';

/**
 * Stands in for the Step Functions API, and keeps its rules: a task token is good for one answer, a name for one run
 * with one input. What got through is recorded.
 */
export function stepFunctions() {
  const answers: { token: string; output: unknown }[] = [];
  const started: { name: string; input: unknown }[] = [];
  const stopped: string[] = [];
  const spent = new Set<string>();
  let down = false;

  const send = async (command: unknown): Promise<unknown> => {
    if (down) throw new Error('Step Functions does not answer');
    const $metadata = {};
    if (command instanceof SendTaskSuccessCommand) {
      const { taskToken = '', output = '' } = command.input;
      if (spent.has(taskToken)) throw new TaskTimedOut({ message: 'Task Timed Out', $metadata });
      spent.add(taskToken);
      answers.push({ token: taskToken, output: JSON.parse(output) });
      return {};
    }
    if (command instanceof StartExecutionCommand) {
      const { name = '', input = '' } = command.input;
      if (started.some((run) => run.name === name)) {
        throw new ExecutionAlreadyExists({ message: `Execution Already Exists: ${name}`, $metadata });
      }
      started.push({ name, input: JSON.parse(input) });
      return {};
    }
    if (command instanceof DescribeExecutionCommand) {
      const run = started.find(({ name }) => command.input.executionArn?.endsWith(`:${name}`));
      if (!run) throw new ExecutionDoesNotExist({ message: 'Execution Does Not Exist', $metadata });
      return { name: run.name, input: JSON.stringify(run.input) };
    }
    if (command instanceof StopExecutionCommand) {
      stopped.push(command.input.executionArn?.split(':').at(-1) ?? '');
      return {};
    }
    throw new Error('The stand-in does not know this command');
  };

  return {
    client: { send } as Pick<SFNClient, 'send'>,
    answers,
    started,
    stopped,
    /** The run waits no longer under this token: its time is up. */
    expire: (token: string) => spent.add(token),
    goDown: () => {
      down = true;
    },
    comeBack: () => {
      down = false;
    },
  };
}
