import { fewestAnswers, type TooFew } from './measure.ts';
import { type Fit, leastSquares, observations, type Products, productsOf, type Slope } from './regression.ts';

/** What a case went through that may explain the score its customer gave. */
export type Experience = { hoursToFreeze: number; reopened: number; slaBreached: boolean };

const names = ['hoursToFreeze', 'reopened', 'slaBreached'] as const;
/** With fewer observations than this, the slopes are told with a warning. */
const enough = 100;

export const driverProducts = ({ hoursToFreeze, reopened, slaBreached }: Experience, score: number): Products =>
  productsOf([hoursToFreeze, reopened, slaBreached ? 1 : 0], score);

export type Drivers = {
  n: number;
  explained: number;
  drivers: ({ name: (typeof names)[number] } & (Slope | { neverVaried: true }))[];
  warning?: string;
};

/** How the score goes with what happened in the case. It says what goes together, not what causes what. */
export function driversOf(products: Products | undefined): Drivers | TooFew {
  const n = products ? observations(products) : 0;
  const fitted = products && n >= 2 * fewestAnswers ? leastSquares(products) : undefined;
  return fitted ? told(fitted) : { n, tooFewAnswers: true };
}

const told = ({ n, slopes, explained }: Fit): Drivers => ({
  n,
  explained,
  drivers: names.map((name, i) => ({ name, ...(slopes[i] ?? { neverVaried: true as const }) })),
  ...(n < enough && { warning: `Rests on ${n} answers; do not act on it below ${enough}` }),
});
