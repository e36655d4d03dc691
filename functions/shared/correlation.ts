import { AsyncLocalStorage } from 'node:async_hooks';

const within = new AsyncLocalStorage<{ id: string | undefined }>();

/**
 * All that follows from one request has one id in common, that which API Gateway gave it: what is logged and recorded
 * while `act` runs carries it. Without one, it is that of the case which `act` reads first.
 */
export const correlated = <R>(id: string | undefined, act: () => R): R => within.run({ id }, act);

export const correlationId = (): string | undefined => within.getStore()?.id;

/** A step of a workflow learns from its case which request it follows from. */
export function followsFrom(id: string | undefined): void {
  const store = within.getStore();
  if (store) store.id ??= id;
}
