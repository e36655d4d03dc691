import { EventEmitter } from 'node:events';
import http from 'node:http';
import type { Writable } from 'node:stream';
import type { AnswerAws } from './aws-endpoint.ts';

type Options = { host?: string; port?: number; method?: string; path?: string; headers?: Record<string, unknown> };
/** As much of an IncomingMessage as the SDK uses. */
type Response = { statusCode: number; headers: object; pipe(to: Writable): void; on(): void };

/**
 * `node:http` for functions: a request to `url`, where AWS is, is answered in this process without a socket, which
 * takes most of its time; all others go their way.
 */
export function ownHttp(url: string, answer: AnswerAws): object {
  const { hostname, port } = new URL(url);
  const request = (options: Options, heard: (response: Response) => void) =>
    options.host === hostname && String(options.port) === port
      ? new OwnRequest(options, answer).on('response', heard)
      : http.request(options as http.RequestOptions, heard as unknown as (response: http.IncomingMessage) => void);
  const own = { ...http, request };
  return { ...own, default: own };
}

/** As much of a ClientRequest as the SDK uses; a stream would be most of the work of a call. */
class OwnRequest extends EventEmitter {
  readonly #options: Options;
  readonly #answer: AnswerAws;

  constructor(options: Options, answer: AnswerAws) {
    super();
    this.#options = options;
    this.#answer = answer;
  }

  /** The SDK has the whole body at once. */
  end(body: Buffer | string = ''): void {
    const { method = 'GET', path = '/', headers = {} } = this.#options;
    const named: Record<string, unknown> = {};
    for (const name in headers) named[name.toLowerCase()] = headers[name];
    const asked = { method, url: path, headers: named, body: body.toString() };
    void this.#answer(asked).then(({ status, headers, body }) => {
      this.emit('response', { statusCode: status, headers, pipe: (to: Writable) => to.end(body), on: () => undefined });
      this.emit('close');
    });
  }

  setTimeout(): this {
    return this;
  }
}
