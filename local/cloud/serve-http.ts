import type { RequestListener } from 'node:http';
import type { Clock } from '../clock.ts';
import type { AnswerHttp } from './http-api.ts';
import { message } from './http-response.ts';

/** Serves an HTTP API on a plain server; the clock waits for requests that are being answered. */
export const serveHttp =
  (answer: AnswerHttp, clock: Clock): RequestListener =>
  (request, response) => {
    const answered = answer(request).catch((error: unknown) => {
      if (!response.destroyed) console.error(error); // nobody's function and no client that left: our own mistake
      return message(500, 'Internal Server Error');
    });
    void clock.during(
      answered.then(({ status, headers, body }) => {
        const date = new Date(clock.now()).toUTCString(); // whoever is answered learns what time it is here
        response.writeHead(status, { date, 'content-length': body.length, ...headers });
        response.end(body);
      }),
    );
  };
