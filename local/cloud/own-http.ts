import http from 'node:http';
import { Readable, Writable } from 'node:stream';
import type { AnswerAws } from './aws-endpoint.ts';

type Options = { host?: string; port?: number; method?: string; path?: string; headers?: Record<string, unknown> };
type Response = Readable & { statusCode?: number; headers?: object };

/**
 * `node:http` for functions: a request to `url`, where AWS is, is answered in this process without a socket, which
 * takes most of its time; all others go their way.
 */
export function ownHttp(url: string, answer: AnswerAws): object {
  const { hostname, port } = new URL(url);
  const request = (options: Options, heard: (response: Response) => void) =>
    options.host === hostname && String(options.port) === port
      ? new OwnRequest(options, answer).on('response', heard)
      : http.request(options as http.RequestOptions, heard as (response: http.IncomingMessage) => void);
  const own = { ...http, request };
  return { ...own, default: own };
}

/** As much of a ClientRequest as the SDK uses. */
class OwnRequest extends Writable {
  readonly #options: Options;
  readonly #answer: AnswerAws;
  readonly #body: Buffer[] = [];

  constructor(options: Options, answer: AnswerAws) {
    super();
    this.#options = options;
    this.#answer = answer;
  }

  override _write(chunk: Buffer, _encoding: string, written: () => void): void {
    this.#body.push(chunk);
    written();
  }

  override _final(ended: () => void): void {
    ended();
    const { method = 'GET', path = '/', headers = {} } = this.#options;
    const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const body = Buffer.concat(this.#body).toString();
    void this.#answer({ method, url: path, headers: Object.fromEntries(names), body }).then((answered) => {
      const response: Response = new Readable({ read: () => undefined });
      response.push(answered.body);
      response.push(null);
      this.emit('response', Object.assign(response, { statusCode: answered.status, headers: answered.headers }));
    });
  }

  setTimeout(): this {
    return this;
  }
}
