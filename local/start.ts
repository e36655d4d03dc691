import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { MovableClock } from './clock.ts';
import { clockServer } from './clock-server.ts';
import { seedLaptop, startLaptop } from './laptop.ts';
import { ports } from './ports.ts';
import { thingsToTry } from './things-to-try.ts';

// npm start [-- --data DIR]: the whole service on this machine, until Ctrl-C
const { values } = parseArgs({ options: { data: { type: 'string' } } });
const dataDir = values.data && resolve(values.data);
const known = dataDir && existsSync(join(dataDir, 'clock.json'));

console.log('Synthesizing the stack and starting it on this machine …');
const clock = new MovableClock({ running: true });
const laptop = await startLaptop({ clock, ports, ...(dataDir && { dataDir }) }).catch((error: Error) => {
  const busy = 'code' in error && error.code === 'EADDRINUSE';
  console.error(busy ? `Something else uses one of the ports ${Object.values(ports).join(', ')}` : error);
  process.exit(1);
});
if (!known) await seedLaptop(laptop);
const moving = clockServer(clock, console.log).listen(ports.clock, '127.0.0.1');
console.log(await thingsToTry(laptop, dataDir));

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  console.log(styleText('dim', '\nStopping …'));
  moving.close();
  await laptop.cloud.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
