export const LAPS = 20;
export const EXECUTIONS = 300;
export const ROUNDS = 5;

/** Begin, then `More?`, `Work` and `Count` in each lap, `More?` once more, `Done`. */
export const transitionsOf = (executions: number): number => executions * (3 + 3 * LAPS);

export const input = { caseId: 'case_1' };
