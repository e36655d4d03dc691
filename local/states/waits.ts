import type { What } from './happening.ts';
import type { Host } from './host.ts';
import { arm, note, type Pending } from './pending.ts';
import type { Thread } from './thread.ts';

/** All that an execution waits for. Nothing is called and no timer runs before `connect`. */
export class Waits {
  readonly #pending = new Map<number, Pending>();
  readonly #host: Host;
  readonly #tell: (of: number, what: What) => void;
  #connected = false;

  constructor(host: Host, tell: (of: number, what: What) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  add(pending: Pending): void {
    this.#pending.set(pending.number, pending);
    if (pending.thread) pending.thread.pending = pending.number;
    if (this.#connected) this.#start(pending);
  }

  connect(): void {
    this.#connected = true;
    for (const pending of this.#pending.values()) this.#start(pending);
  }

  get(number: number): Pending | undefined {
    return this.#pending.get(number);
  }

  /** The number of the call that answered with the start of this execution, and goes on until its end. */
  waitingFor(executionArn: string): number | undefined {
    for (const { number, submitted } of this.#pending.values())
      if (submitted !== undefined && JSON.parse(submitted).ExecutionArn === executionArn) return number;
    return undefined;
  }

  /** Takes note of what happened to it, once. */
  note(pending: Pending, what: What, now: number): void {
    note(pending, what, now);
    if (what.what === 'heartbeat' && this.#connected) this.#arm(pending);
  }

  drop(pending: Pending, { what }: What): void {
    this.#remove(pending);
    if (what === 'timed-out' || what === 'heartbeat-missed') this.#abandon(pending);
  }

  forget(thread: Thread): void {
    const pending = thread.pending === undefined ? undefined : this.#pending.get(thread.pending);
    if (!pending) return;
    this.#remove(pending);
    this.#abandon(pending);
  }

  clear(): void {
    for (const pending of this.#pending.values()) pending.disarm();
    this.#pending.clear();
  }

  #start(pending: Pending): void {
    if (pending.settled) return;
    this.#arm(pending);
    const { call, number } = pending;
    if (call && pending.submitted === undefined)
      void this.#host.clock.during(this.#host.perform(call)).then((what) => what && this.#tell(number, what));
  }

  #arm(pending: Pending): void {
    arm(pending, this.#host.clock, (what) => this.#tell(pending.number, what));
  }

  #remove(pending: Pending): void {
    pending.disarm();
    if (pending.thread) pending.thread.pending = undefined;
    this.#pending.delete(pending.number);
  }

  #abandon({ call, submitted }: Pending): void {
    if (call && submitted !== undefined) this.#host.abandon(call, submitted);
  }
}
