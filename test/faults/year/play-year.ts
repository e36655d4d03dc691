export type Year = { cases: number };
export const playYear = async (job: { seed: number; cases: number }): Promise<Year> => ({ cases: job.cases });
