import { Callers } from '../functions/shared/caller.ts';
import type { Route } from './route.ts';

/**
 * The table of routes is the whole authorization, so it has to be whole: nothing can be called that it does not know,
 * and it knows of each row who may call. Anything else is not deployed.
 * @throws Error naming the row or the file
 */
export function mustBeComplete(routes: readonly Route[], entries: readonly string[]): void {
  for (const entry of entries.filter((one) => one.endsWith('.api'))) {
    if (!routes.some((row) => `${row.entry}.api` === entry)) {
      throw new Error(`functions/${entry}.ts has no row in infra/api.ts, so nobody has said who may call it`);
    }
  }
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  for (const [index, { callers }] of routes.entries()) {
    const name = names[index] ?? '';
    if (names.indexOf(name) < index) throw new Error(`${name} has two rows`);
    if (callers === 'public') continue;
    const said = Callers.safeParse(callers);
    if (!said.success || Object.keys(said.data).length === 0) throw new Error(`${name} does not say who may call it`);
  }
}
