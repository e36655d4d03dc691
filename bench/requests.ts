import { MovableClock } from '../local/clock.ts';
import { seedLaptop, startLaptop } from '../local/laptop.ts';
import type { CaseView } from '../local/story/world.ts';
import type { Row } from './table.ts';

// Warm requests, one after another, through the HTTP API of the local cloud: token, route, function, tables in memory.
const WARM = 30;
const COUNTED = 300;

const laptop = await startLaptop({ clock: new MovableClock({ start: Date.parse('2026-03-02T08:00:00Z') }) });
await seedLaptop(laptop);
const customer = await laptop.as('cus_maryam');
const agent = await laptop.as('cyrus');
const report = { type: 'lost-card', cardId: 'card_maryam1', channel: 'app' };
const { caseId } = (await customer.post<CaseView>('/cases', report)).body;
await laptop.clock.settle();

const routes: Record<string, () => Promise<{ status: number; text: string }>> = {
  'GET /cases/{caseId}': () => agent.get(`/cases/${caseId}`),
  'GET /cases': () => agent.get('/cases?limit=25'),
  'GET /cases/{caseId}/timeline': () => agent.get(`/cases/${caseId}/timeline`),
  'GET /tasks': () => agent.get('/tasks?team=cards'),
  'POST /cases, of a card that is reported already': () => customer.post('/cases', report),
};

async function measure(route: string, ask: () => Promise<{ status: number; text: string }>): Promise<Row> {
  const times: number[] = [];
  for (let asked = 0; asked < WARM + COUNTED; asked++) {
    await laptop.clock.advance(1000); // nobody may ask more often for long
    const began = performance.now();
    const { status, text } = await ask();
    if (status >= 300) throw new Error(`${route}: ${status} ${text}`);
    if (asked >= WARM) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const rate = Math.round((1000 * times.length) / times.reduce((sum, one) => sum + one, 0));
  return [`${route}: warm requests a second; p50, p90, p99 in ms`, `${rate}; ${at(0.5)}, ${at(0.9)}, ${at(0.99)}`];
}

export const rows: Row[] = [];
for (const [route, ask] of Object.entries(routes)) rows.push(await measure(route, ask));
await laptop.cloud.stop();
