import { type Beginning, contextOf } from './beginning.ts';
import { ending } from './ending.ts';
import type { StateFailure } from './failure.ts';
import type { Happening, What, Why } from './happening.ts';
import { type Details, History, inputOf } from './history.ts';
import type { End, Host } from './host.ts';
import type { Data } from './json.ts';
import type { TopMachine } from './machine.ts';
import { pendingCall, pendingTime } from './pending.ts';
import { seeded } from './random.ts';
import type { CallTimes, Run, Start, TaskCall } from './run.ts';
import { runMachine } from './run-machine.ts';
import type { Thread } from './thread.ts';
import { Threads } from './threads.ts';
import { ticketFor } from './token.ts';
import { Waits } from './waits.ts';

const WHOLE_EXECUTION = 0;

/** One execution. What happens to it stands in a row and is worked off one by one, each until all its threads wait. */
export class Execution implements Run {
  readonly arn: string;
  readonly region: string;
  readonly history = new History();
  readonly random: () => number;
  readonly context: Run['context'];
  now: number;
  end: End | undefined;

  readonly #host: Host;
  readonly #waits: Waits;
  readonly #threads = new Threads((thread) => this.#waits.forget(thread));
  readonly #row: Happening[] = [];
  readonly #root: Thread;
  readonly #seed: number;
  #numbers = WHOLE_EXECUTION;
  #busy = false;

  constructor(beginning: Beginning, machine: TopMachine, host: Host) {
    this.arn = beginning.arn;
    this.region = beginning.region;
    this.#host = host;
    this.#waits = new Waits(host, (of, what) => this.tell(of, what));
    this.random = seeded(beginning.seed);
    this.context = contextOf(beginning);
    this.now = beginning.startDate;
    this.#seed = beginning.seed;
    this.#root = this.#begin(beginning, machine);
  }

  /** Runs it from its start through all that is known to have happened, and no further. */
  async replay(known: readonly Happening[]): Promise<void> {
    this.#row.push(...known);
    await this.#work();
  }

  /** From here on, or from the start, its calls are made and its timers run. */
  async goOn(): Promise<void> {
    if (!this.end) this.#waits.connect();
    await this.#work();
  }

  /** Tells the execution. False if it does not wait for such a thing (any more), or not with this token. */
  tell(of: number, what: What, token?: string): boolean {
    const pending = this.#waits.get(of);
    if (this.end || !pending || pending.settled) return false;
    if (token !== undefined && pending.call?.taskToken !== token) return false;
    const happening = { of, time: Math.max(this.now, this.#host.clock.now()), ...what };
    this.#waits.note(pending, what, happening.time);
    this.#host.keep(happening);
    this.#row.push(happening);
    void this.#host.clock.during(this.#work());
    return true;
  }

  /** Tells the call that waits for this execution: another than started it, when that one's answer was lost. */
  tellOfChild(executionArn: string, what: What): void {
    const waiting = this.#waits.waitingFor(executionArn);
    if (waiting !== undefined) this.tell(waiting, what);
  }

  stop(why: Why): void {
    this.tell(WHOLE_EXECUTION, { what: 'stopped', ...why });
  }

  record(type: string, previous: number, details?: Details): number {
    return this.history.add(this.now, type, previous, details);
  }

  sleep(thread: Thread, time: number): void {
    this.#waits.add(pendingTime(++this.#numbers, thread, time));
  }

  ticket() {
    return ticketFor(this.arn, this.#seed, ++this.#numbers);
  }

  call(thread: Thread, call: TaskCall, times: CallTimes): void {
    this.#waits.add(pendingCall(thread, call, times, this.now));
  }

  spawn(parent: Thread, start: Start): Thread {
    return this.#threads.spawn(parent, start);
  }

  abort(thread: Thread): void {
    this.#threads.abort(thread);
  }

  #begin({ input, roleArn }: Beginning, machine: TopMachine): Thread {
    this.record('ExecutionStarted', 0, { ...inputOf(input), roleArn });
    const { timeoutSeconds } = machine;
    const due = timeoutSeconds === undefined ? undefined : this.now + timeoutSeconds * 1000;
    this.#waits.add(pendingTime(WHOLE_EXECUTION, undefined, due));
    const body = (own: Thread) => runMachine(this, own, machine, { value: JSON.parse(input), text: input });
    return this.#threads.spawn(undefined, { last: 0, body });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (!this.end) {
      const result = await this.#threads.run();
      if (result) this.#finish(result.failure ?? (result.output as Data));
      const happening = this.end ? undefined : this.#row.shift();
      if (!happening) break;
      this.#take(happening);
    }
    this.#busy = false;
  }

  #take(happening: Happening): void {
    const pending = this.#waits.get(happening.of);
    if (!pending) return;
    this.now = happening.time;
    if (happening.of === WHOLE_EXECUTION) {
      this.#finish(happening);
      return;
    }
    this.#waits.note(pending, happening, happening.time);
    if (happening.what === 'heartbeat') return;
    if (happening.what !== 'submitted') this.#waits.drop(pending, happening);
    this.#threads.wake(pending.thread as Thread, happening);
  }

  #finish(how: Data | StateFailure | What): void {
    const { type, previous, details, end } = ending(how, this.#root.last, this.now);
    this.record(type, previous, details);
    this.end = end;
    this.#threads.abort(this.#root);
    this.#waits.clear();
    this.#host.ended(end);
  }
}
