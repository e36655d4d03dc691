import { expect, test } from 'vitest';
import { routes } from '../../infra/api.ts';
import { cells } from '../roles/matrix.ts';

test('every route stands in the table of roles: who may do what, written down by hand (test/roles/table.ts)', () => {
  const told = new Set(cells.map(({ route }) => route));
  const untold = routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !told.has(route));
  expect(untold).toEqual([]);
});
