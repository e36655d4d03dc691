import type { Clock } from '../clock.ts';
import { ApiError } from './api-error.ts';
import { checkArn, checkName, executionArn } from './arns.ts';
import type { Beginning } from './beginning.ts';
import { Execution } from './execution.ts';
import type { Host } from './host.ts';
import type { ExecutionKeeper, Kept } from './keeper.ts';
import { checkInput, type Known, known, sameStart, silent } from './known.ts';
import type { Machines } from './machines.ts';
import { uuidFrom } from './random.ts';
import type { TaskCall } from './run.ts';

export type Start = {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  readonly input?: string | undefined;
  readonly caller?: Beginning['caller'];
};

type Surroundings = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly region: string;
  readonly keeper: ExecutionKeeper | undefined;
  readonly machines: Machines;
  perform(call: TaskCall): ReturnType<Host['perform']>;
  abandon: Host['abandon'];
  ended(known: Known): void;
};

/** All executions of an engine, by their ARN, in the order they were started. */
export class Executions {
  readonly #known = new Map<string, Known>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Starting again with the same name and input is no second start while the first still runs. */
  start({ stateMachineArn, name, input = '{}', caller }: Start): Known {
    const { clock, random, region, keeper, machines } = this.#around;
    const machine = machines.get(stateMachineArn);
    const named = checkName(name ?? this.#freshName(machine.arn));
    checkInput(input);
    const arn = executionArn(machine.arn, named);
    const before = this.#known.get(arn);
    if (before) return sameStart(before, input, caller);
    const { arn: machineArn, name: machineName, roleArn, revision } = machine;
    const seed = Math.floor(random() * 2 ** 32);
    const startDate = clock.now();
    const beginning = { arn, name: named, machineArn, machineName, roleArn, region, input, startDate, seed, caller };
    keeper?.append({ kind: 'started', revision, beginning });
    const started = known(beginning, revision);
    this.#known.set(arn, started);
    const execution = this.#run(started);
    void clock.during(nextTurn().then(() => execution.goOn()));
    return started;
  }

  get(arn: string | undefined): Known {
    const found = this.#known.get(checkArn(arn, 'execution'));
    if (!found) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return found;
  }

  find(arn: string): Known | undefined {
    return this.#known.get(arn);
  }

  all(): Known[] {
    return [...this.#known.values()];
  }

  /** The execution with its history. */
  async opened(arn: string | undefined): Promise<Execution> {
    const found = this.get(arn);
    if (found.execution) return found.execution;
    const execution = this.#made(found, silent(this.#around.clock));
    await execution.replay(found.happenings);
    found.execution = execution;
    return execution;
  }

  /** Takes in what was kept; nothing runs yet. */
  remember(line: Exclude<Kept, { kind: 'machine' }>): void {
    if (line.kind === 'started') {
      this.#known.set(line.beginning.arn, known(line.beginning, line.revision));
      return;
    }
    const about = this.#known.get(line.arn);
    if (line.kind === 'happened') about?.happenings.push(line.happening);
    else if (about) about.end = line.end;
  }

  /** Brings each execution that has not ended back to where it was. Returns them; they do not go on yet. */
  async resume(): Promise<Execution[]> {
    const resumed: Execution[] = [];
    for (const open of this.all().filter(({ end }) => !end)) {
      const execution = this.#run(open);
      await execution.replay(open.happenings);
      resumed.push(execution);
    }
    return resumed;
  }

  /** After a restart the same chance may bring the same names again: those are taken. */
  #freshName(machineArn: string): string {
    const name = uuidFrom(this.#around.random);
    return this.#known.has(executionArn(machineArn, name)) ? this.#freshName(machineArn) : name;
  }

  #run(one: Known): Execution {
    one.execution = this.#made(one, this.#host(one));
    return one.execution;
  }

  #made({ beginning, revision }: Known, host: Host): Execution {
    return new Execution(beginning, this.#around.machines.revision(revision), host);
  }

  #host(one: Known): Host {
    const { clock, keeper, perform, abandon, ended } = this.#around;
    const { arn } = one.beginning;
    return {
      clock,
      perform,
      abandon,
      keep: (happening) => keeper?.append({ kind: 'happened', arn, happening }),
      ended: (end) => {
        one.end = end;
        keeper?.append({ kind: 'ended', arn, end });
        ended(one);
      },
    };
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
