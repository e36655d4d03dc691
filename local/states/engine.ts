import type { Clock } from '../clock.ts';
import { machineArn } from './arns.ts';
import { callbacks } from './callbacks.ts';
import { childEnded, startChild } from './child-task.ts';
import { Executions } from './executions.ts';
import type { What } from './happening.ts';
import type { ExecutionKeeper } from './keeper.ts';
import type { Known } from './known.ts';
import { type FunctionAnswer, type InvokeFunction, invoke } from './lambda-task.ts';
import { Machines, type NewStateMachine } from './machines.ts';
import { type PageRequest, pageOf } from './pages.ts';
import { type PutObject, put } from './put-object.ts';
import type { TaskCall } from './run.ts';

export type { FunctionAnswer, InvokeFunction };
export type EngineOptions = {
  readonly clock: Clock;
  /** Numbers from 0 up to, but not including, 1. All chance in the engine comes from here. */
  readonly random: () => number;
  readonly region: string;
  readonly account: string;
  /** Runs a function for `lambda:invoke`. */
  readonly invokeFunction: InvokeFunction;
  /** Puts an object for `aws-sdk:s3:putObject`; without it there is no bucket. */
  readonly putObject?: PutObject;
  /** Without one, executions end with the process. */
  readonly keeper?: ExecutionKeeper;
  readonly onExecutionEnded?: (execution: Known) => void;
  /** Answers every Task itself, of whatever resource. Undefined says that nothing has happened yet. */
  readonly performTask?: (call: TaskCall) => Promise<What | undefined>;
  /** Stands between a Task and what it calls, for tests that let a call fail before or after its effect. */
  readonly around?: (call: TaskCall, perform: () => Promise<What | undefined>) => Promise<What | undefined>;
};
export type Engine = ReturnType<typeof createEngine>;

/** State machines and their executions, as Step Functions runs them. All times are milliseconds since the epoch. */
export function createEngine(options: EngineOptions) {
  const { clock, random, region, account, invokeFunction, keeper, onExecutionEnded, performTask, around } = options;
  const { putObject } = options;
  const machines = new Machines(performTask ? 'any' : 'local', { region, account });
  const executions = new Executions({
    ...{ clock, random, region, keeper, machines, abandon, ended },
    perform: (call) => (around ? around(call, () => perform(call)) : perform(call)),
  });
  let abandoned: string[] | undefined;

  function perform(call: TaskCall): Promise<What | undefined> {
    if (performTask) return performTask(call);
    if (call.resource.type === 'aws-sdk:s3') return Promise.resolve(put(call, putObject));
    return call.resource.type === 'lambda'
      ? invoke(call, invokeFunction)
      : Promise.resolve(startChild(call, (start) => executions.start(start)));
  }

  function abandon({ resource }: TaskCall, submitted: string): void {
    if (performTask || resource.type !== 'states') return;
    const { ExecutionArn } = JSON.parse(submitted) as { ExecutionArn: string };
    if (abandoned) abandoned.push(ExecutionArn);
    else executions.find(ExecutionArn)?.execution?.stop({});
  }

  function ended(one: Known): void {
    tellCaller(one);
    onExecutionEnded?.(one);
  }

  function tellCaller(child: Known): void {
    const { caller } = child.beginning;
    const what = caller?.waits && childEnded(child);
    const execution = what && executions.find(caller.arn)?.execution;
    if (execution && !execution.tell(caller.number, what)) execution.tellOfChild(child.beginning.arn, what);
  }

  /** Takes up what the keeper holds, and goes on with every execution that has not ended. Call it once, at the start. */
  async function resume(): Promise<void> {
    for (const line of keeper?.read() ?? [])
      if (line.kind === 'machine') machines.remember(line);
      else executions.remember(line);
    abandoned = [];
    const resumed = await executions.resume();
    const left = abandoned;
    abandoned = undefined;
    for (const execution of resumed) void clock.during(execution.goOn());
    for (const arn of left) executions.find(arn)?.execution?.stop({});
    for (const child of executions.all()) if (child.end) tellCaller(child);
  }

  return {
    resume,
    /** Creates the machine, or gives the one of that name a new definition. Throws MachineRefused. */
    createStateMachine(machine: NewStateMachine) {
      const kept = machines.put(machine, clock.now());
      if (kept) keeper?.append(kept);
      const { arn, creationDate } = machines.get(machineArn({ region, account }, machine.name));
      return { stateMachineArn: arn, creationDate };
    },
    describeStateMachine: (arn: string | undefined) => machines.get(arn),
    listStateMachines: (page: PageRequest = {}) => pageOf(machines.all(), 'machines', page),
    startExecution({ stateMachineArn, name, input }: { stateMachineArn: string; name?: string; input?: string }) {
      const { arn, startDate } = executions.start({ stateMachineArn, name, input }).beginning;
      return { executionArn: arn, startDate };
    },
    /** What is known of the execution; without an `end` while it runs. */
    describeExecution: (arn: string | undefined): Pick<Known, 'beginning' | 'end'> => executions.get(arn),
    /** The newest first. */
    listExecutions(of: { stateMachineArn?: string | undefined; status?: string | undefined } & PageRequest) {
      const { arn } = machines.get(of.stateMachineArn);
      const all = executions.all().filter(({ beginning }) => beginning.machineArn === arn);
      const wanted = of.status ? all.filter(({ end }) => (end?.status ?? 'RUNNING') === of.status) : all;
      return pageOf(wanted.reverse(), arn, of);
    },
    async getExecutionHistory(of: { executionArn?: string | undefined; reverseOrder?: boolean } & PageRequest) {
      const { history, arn } = await executions.opened(of.executionArn);
      return pageOf(of.reverseOrder ? history.events.toReversed() : history.events, `${arn}#${!!of.reverseOrder}`, of);
    },
    stopExecution({ executionArn, error, cause }: { executionArn?: string; error?: string; cause?: string }) {
      const { execution, end } = executions.get(executionArn);
      if (!end) execution?.stop({ error, cause });
      return { stopDate: end?.stopDate ?? clock.now() };
    },
    ...callbacks(executions),
  };
}
