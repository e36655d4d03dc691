import { StateFailure } from './failure.ts';
import { HistoryFull } from './history.ts';
import type { Data } from './json.ts';
import type { Ended, Start } from './run.ts';
import { noVariables, type Thread, type Variables, WAIT } from './thread.ts';

/** `final`: nothing can catch it. */
type Result = { readonly output?: Data; readonly failure?: StateFailure; readonly final?: boolean };
type Ready = { readonly thread: Thread; readonly value: unknown };

/**
 * Runs the threads of one execution one at a time, each until it waits, so that the same happenings always lead to
 * the same history. A parent is woken before any other thread.
 */
export class Threads {
  #ready: Ready[] = [];
  readonly #stopped: (thread: Thread) => void;

  constructor(stopped: (thread: Thread) => void) {
    this.#stopped = stopped;
  }

  spawn(parent: Thread | undefined, { last, item, body }: Start): Thread {
    const variables: Variables = parent ? Object.create(parent.variables) : noVariables();
    const thread = {
      parent,
      children: new Set(),
      item,
      variables,
      last,
      inside: undefined,
      ended: false,
      pending: undefined,
    } as Omit<Thread, 'body'> as Thread;
    Object.assign(thread, { body: body(thread) });
    parent?.children.add(thread);
    this.wake(thread, undefined);
    return thread;
  }

  wake(thread: Thread, value: unknown): void {
    this.#ready.push({ thread, value });
  }

  abort(thread: Thread): void {
    for (const child of thread.children) this.abort(child);
    thread.parent?.children.delete(thread);
    this.#ready = this.#ready.filter((ready) => ready.thread !== thread);
    thread.ended = true;
    this.#stopped(thread);
    thread.body.return(undefined as never);
  }

  /** Runs until all threads wait. Returns the result of the thread without a parent, once it has ended. */
  async run(): Promise<Result | undefined> {
    for (let next = this.#ready.shift(); next; next = this.#ready.shift()) {
      const { thread } = next;
      const result = await this.#advance(thread, next.value);
      if (!result) continue;
      if (!thread.parent || result.final) return result;
      thread.ended = true;
      thread.parent.children.delete(thread);
      this.#ready.unshift({ thread: thread.parent, value: { thread, ...result } satisfies Ended });
    }
    return undefined;
  }

  async #advance(thread: Thread, value: unknown): Promise<Result | undefined> {
    try {
      let step = thread.body.next(value);
      while (!step.done && step.value !== WAIT) step = await resume(thread, step.value);
      return step.done ? { output: step.value } : undefined;
    } catch (error) {
      if (error instanceof StateFailure) return { failure: error };
      if (error instanceof HistoryFull) return { failure: overflow(thread, error), final: true };
      throw error;
    }
  }
}

const overflow = (thread: Thread, { message }: HistoryFull) =>
  new StateFailure('States.Runtime', message, 'state', thread.last);

async function resume({ body }: Thread, promise: Promise<unknown>) {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return body.throw(error);
  }
  return body.next(value);
}
