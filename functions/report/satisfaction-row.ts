import type { Cell } from './cell.ts';
import { By, type Purpose } from './report.ts';

/** The ways in which a day is told; `all` has everybody in one group of that name. */
export const ways = ['all', ...By.options] as const;
export type Way = (typeof ways)[number];

/** What a day came to in one of these ways, by group. */
export type SatisfactionRow = Partial<Record<Purpose, Record<string, Cell>>>;

/** Under which name the row of a day is kept. */
export const rollUpName = (way: Way): string => `satisfaction#${way}`;
