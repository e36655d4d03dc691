import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export type Answer = { status: number; body?: unknown };

/** What a bank does instead of just answering. `answer` does what was asked, and tells what should be said. */
export type Misbehaviour = (response: ServerResponse, answer: () => Promise<Answer>) => Promise<void> | void;

const raw =
  (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };

/** Every way we know in which a service at the other end of a line fails. */
export const misbehaviours = {
  answersInternalError: raw(500, '{"title":"Internal error"}'),
  answersBadGateway: raw(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }),
  isDownForMaintenance: raw(503, '', { 'retry-after': '3600' }),
  asksForPatience: raw(503, '', { 'retry-after': '0' }),
  limitsTheRate: raw(429, '', { 'retry-after': '0' }),
  closesTheLine: (response) => {
    response.destroy();
  },
  closesTheLineAfterTheEffect: async (response, answer) => {
    await answer();
    response.destroy();
  },
  breaksOffInTheMiddle: async (response, answer) => {
    const { status, body } = await answer();
    const text = JSON.stringify(body ?? {});
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(text.length + 10) });
    response.write(text.slice(0, -2));
    response.destroy();
  },
  neverAnswers: () => undefined,
  answersTooLate: async (response, answer) => {
    await pause(400);
    const { status } = await answer();
    if (!response.destroyed) response.writeHead(status).end();
  },
  dripsItsAnswer: async (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    while (!response.destroyed) {
      response.write(' ');
      await pause(50);
    }
  },
  answersNoJson: raw(200, 'OK'),
  answersHtml: raw(200, '<html>Please sign in</html>', { 'content-type': 'text/html' }),
  answersNothing: raw(200, ''),
  answersAnotherShape: raw(200, '{"accounts":"none","cards":{},"transactions":17}'),
  answersTooMuch: raw(200, `{"home":"${'x'.repeat(2 * 1024 * 1024)}"}`),
  redirects: raw(302, '', { location: 'http://127.0.0.1:9/elsewhere' }),
} satisfies Record<string, Misbehaviour>;
