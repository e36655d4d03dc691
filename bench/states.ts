import { localStepFunctions } from './states/aws-local-stepfunctions.ts';
import { EXECUTIONS, ROUNDS, transitionsOf } from './states/laps.ts';
import { ourInterpreter } from './states/our-interpreter.ts';

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
const row = (name: string, of: number[], budget = '') => {
  const shown = [Math.max(...of), of.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0].map((rate) =>
    Math.round(rate).toLocaleString('en').padStart(10),
  );
  console.log(`${name.padEnd(38)}${shown.join('')}  ${budget}`);
};
console.log(`${'transitions a second'.padEnd(38)}      best    median  budget`);
row(
  'local/states, JSONata, with history',
  rates.map((rate) => rate.ours),
  '≥ 20,000',
);
row(
  'aws-local-stepfunctions, JSONPath',
  rates.map((rate) => rate.other),
);
