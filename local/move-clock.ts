import { parseDuration } from './duration.ts';
import { ports } from './ports.ts';

// npm run clock -- 3d: moves the clock of the local cloud that `npm start` runs
const [wish = ''] = process.argv.slice(2);
if (!parseDuration(wish)) {
  console.error('How far? Say for example: npm run clock -- 3d   (s, m, h, d or w)');
  process.exit(2);
}
try {
  const response = await fetch(`http://127.0.0.1:${ports.clock}/forward/${wish}`, { method: 'POST' });
  const { now } = (await response.json()) as { now: string };
  console.log(`It is ${now} now.`);
} catch {
  console.error('Nothing runs here whose clock could be moved. Start it with: npm start');
  process.exit(1);
}
