import { createServer, type Server } from 'node:http';
import type { MovableClock } from './clock.ts';
import { parseDuration } from './duration.ts';

/** `GET /` tells the time of the local cloud; `POST /forward/3d` moves it, with everything that falls due on the way. */
export const clockServer = (clock: MovableClock, log: (line: string) => void): Server =>
  createServer(async (request, response) => {
    const duration = parseDuration(/^\/forward\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '');
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    };
    if (request.method === 'GET' && request.url === '/')
      return answer(200, { now: new Date(clock.now()).toISOString() });
    if (request.method !== 'POST' || !duration) {
      return answer(404, { detail: 'GET / for the time, POST /forward/3d (s, m, h, d or w) to move the clock' });
    }
    await clock.advance(duration);
    const now = new Date(clock.now()).toISOString();
    log(`The clock was moved; it is ${now} now`);
    return answer(200, { now });
  });
