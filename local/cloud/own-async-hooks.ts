import * as asyncHooks from 'node:async_hooks';

const values = new asyncHooks.AsyncLocalStorage<ReadonlyMap<object, unknown>>();

/** One storage of Node's for all that functions make: Node does work at every promise for each storage there is. */
class SharedStorage<Store> {
  run<R, Args extends unknown[]>(store: Store | undefined, act: (...args: Args) => R, ...args: Args): R {
    return values.run(new Map(values.getStore()).set(this, store), () => act(...args));
  }

  exit<R, Args extends unknown[]>(act: (...args: Args) => R, ...args: Args): R {
    return this.run(undefined, act, ...args);
  }

  enterWith(store: Store): void {
    values.enterWith(new Map(values.getStore()).set(this, store));
  }

  getStore(): Store | undefined {
    return values.getStore()?.get(this) as Store | undefined;
  }
}

/** `node:async_hooks` for functions that run side by side in one process, each with storages of its own. */
export const ownAsyncHooks = { ...asyncHooks, AsyncLocalStorage: SharedStorage };
