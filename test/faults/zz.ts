Error.stackTraceLimit = 0;

import { playYear } from './year/play-year.ts';

const t = process.cpuUsage();
const y = await playYear({ seed: 1, cases: 500 });
console.log(process.cpuUsage(t).user / 1e6, y.steps, y.broken);
