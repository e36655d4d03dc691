import { existsSync } from 'node:fs';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Contract } from '../../functions/contract/contract.ts';
import type { ApiEvent } from '../../functions/shared/api.ts';
import type { AppError } from '../../functions/shared/errors.ts';
import { routes } from '../../infra/api.ts';
import type { Route } from '../../infra/route.ts';
import { usualErrors } from './usual-errors.ts';

export type Takes = { path?: z.ZodMiniType; query?: z.ZodMiniType; body?: z.ZodMiniType };
type Handler = ((event: ApiEvent) => Promise<APIGatewayProxyStructuredResultV2>) & { shape?: Takes };

/** A route with all that is said of it: its row, its entry and its contract. */
export type PromisedRoute = {
  row: Route;
  handler: Handler;
  takes: Takes;
  contract: Contract;
  errors: readonly AppError[];
};

const functions = new URL('../../functions/', import.meta.url);
const from = <T>(file: string) => import(new URL(file, functions).href) as Promise<T>;

const contractFile = (entry: string) => `${entry}.contract.ts`;

/** Whether somebody has written down what this route promises. */
export const hasContract = ({ entry }: Pick<Route, 'entry'>): boolean =>
  existsSync(new URL(contractFile(entry), functions));

export async function contractOf({ entry }: Pick<Route, 'entry'>): Promise<Contract> {
  const { contract } = await from<{ contract?: Contract }>(contractFile(entry));
  if (!contract) throw new Error(`functions/${contractFile(entry)} exports no contract`);
  return contract;
}

/** Loads the entry as well, so its environment has to be there. */
export async function promisedRoute(row: Route): Promise<PromisedRoute> {
  const contract = await contractOf(row);
  if (row.callers !== 'public') process.env.CALLERS = JSON.stringify(row.callers);
  const { handler } = await from<{ handler: Handler }>(`${row.entry}.api.ts`);
  const takes = handler.shape ?? contract.takes ?? {};
  const errors = [...(contract.errors ?? []), ...usualErrors(row, takes)];
  const named = errors.filter(({ name }, n) => errors.findIndex((one) => one.name === name) === n);
  return { row, handler, takes, contract, errors: named };
}

export async function promisedRoutes(): Promise<PromisedRoute[]> {
  const all: PromisedRoute[] = [];
  for (const row of routes.filter(hasContract)) all.push(await promisedRoute(row)); // one after the other: they share the environment
  return all;
}
