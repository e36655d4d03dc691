import { localStepFunctions } from './states/aws-local-stepfunctions.ts';
import { EXECUTIONS, ROUNDS, transitionsOf } from './states/laps.ts';
import { ourInterpreter } from './states/our-interpreter.ts';
import { playCases } from './states/whole-cases.ts';
import type { Row } from './table.ts';

// State transitions a second on one core, over Pass, Choice and Task: ours, and the package that is nearest to it,
// in turn in the same run. Ours keeps the history that AWS would; the other keeps none.

const measured = async (run: (executions: number) => Promise<void>): Promise<number> => {
  const begun = process.hrtime.bigint();
  await run(EXECUTIONS);
  return transitionsOf(EXECUTIONS) / (Number(process.hrtime.bigint() - begun) / 1e9);
};
const [ours, other] = [await ourInterpreter(), localStepFunctions()];
await ours(100);
await other(100);

const rates: { ours: number; other: number }[] = [];
for (let round = 0; round < ROUNDS; round++) rates.push({ ours: await measured(ours), other: await measured(other) });
const CASES = 500;
await playCases(100);
const casesASecond: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const begun = performance.now();
  await playCases(CASES);
  casesASecond.push((1000 * CASES) / (performance.now() - begun));
}

const rowOf = (name: string, of: number[], budget?: number): Row => {
  const [best, median] = [Math.max(...of), of.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0];
  const figure = `${Math.round(best).toLocaleString('en')}; ${Math.round(median).toLocaleString('en')}`;
  return budget ? [name, figure, `≥ ${budget.toLocaleString('en')}`, best >= budget] : [name, figure];
};
export const rows: Row[] = [
  rowOf(
    'transitions a second, best and median: local/states, JSONata, with history',
    rates.map((rate) => rate.ours),
    20_000,
  ),
  rowOf(
    'transitions a second, best and median: aws-local-stepfunctions, JSONPath',
    rates.map((rate) => rate.other),
  ),
  rowOf('reference cases a second, best and median: three runs each, twelve transitions', casesASecond, 500),
];
