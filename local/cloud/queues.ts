/** A message that waits in a queue. */
export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** Queues as the place where undeliverable things end; kept in memory. `queue` is its name, address or ARN. */
export interface Queues {
  send(queue: string, body: unknown): void;
  messages(queue: string): readonly QueueMessage[];
  has(queue: string): boolean;
  names(): readonly string[];
}

const nameOf = (queue: string) => queue.split(/[:/]/).at(-1) ?? queue;

export function createQueues(names: readonly string[], now: () => number): Queues {
  const queues = new Map<string, QueueMessage[]>(names.map((name) => [nameOf(name), []]));
  const find = (queue: string): QueueMessage[] => {
    const found = queues.get(nameOf(queue));
    if (!found) throw new Error(`There is no queue ${queue}`);
    return found;
  };
  return {
    names: () => [...queues.keys()],
    has: (queue) => queues.has(nameOf(queue)),
    messages: (queue) => [...find(queue)],
    send(queue, body) {
      find(queue).push({ messageId: crypto.randomUUID(), body: JSON.stringify(body), sentAt: now() });
    },
  };
}
