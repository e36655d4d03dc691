// To follow a request through all that awaits it, Node slows every await of the process. In a simulation nobody asks
// which request a log line or an event follows from, so nobody is told.

export class AsyncLocalStorage<T> {
  run = <R>(_: T, act: () => R): R => act();
  getStore = (): T | undefined => undefined;
}
