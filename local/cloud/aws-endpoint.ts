import type { IncomingMessage, RequestListener } from 'node:http';
import { readBody } from './request-body.ts';
import type { Answer } from './tables.ts';

/** Answers one operation of a service in its JSON protocol. */
export type AwsService = (operation: string, body: string) => Promise<Answer>;

export interface AwsServices {
  /** By the first part of `X-Amz-Target`, like `DynamoDB_20120810`. */
  readonly targets: Readonly<Record<string, AwsService>>;
  /** `POST /v2/email/outbound-emails`. */
  sendMail(body: string): Promise<Answer>;
  /** What stands at a path to be read, like `/jwks.json`. */
  readonly documents: Readonly<Record<string, () => unknown>>;
}

const LONGEST_BODY = 50 * 1024 * 1024;

/** The one address at which every AWS client finds its service. */
export function awsEndpoint(services: AwsServices): RequestListener {
  return async (request, response) => {
    const answer = await answerTo(request, services).catch(
      (error: unknown): Answer => failure(500, 'InternalFailure', String(error)),
    );
    const type: unknown = answer.status < 400 ? undefined : JSON.parse(answer.body).__type;
    response.writeHead(answer.status, {
      'content-type': request.headers['content-type']?.startsWith('application/x-amz-json')
        ? request.headers['content-type']
        : 'application/json',
      'content-length': Buffer.byteLength(answer.body),
      'x-amzn-requestid': crypto.randomUUID(),
      ...(typeof type === 'string' ? { 'x-amzn-errortype': type } : {}),
    });
    response.end(answer.body);
  };
}

async function answerTo(request: IncomingMessage, services: AwsServices): Promise<Answer> {
  const body = (await readBody(request, LONGEST_BODY))?.toString();
  if (body === undefined) return failure(413, 'RequestEntityTooLargeException', 'The request is too long');
  const [path = '/'] = (request.url ?? '/').split('?');
  const document = request.method === 'GET' ? services.documents[path] : undefined;
  if (document) return { status: 200, body: JSON.stringify(await document()) };
  if (request.method === 'POST' && path === '/v2/email/outbound-emails') return services.sendMail(body);
  const [target = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const service = services.targets[target];
  if (!service)
    return failure(400, 'UnknownOperationException', `${target || `${request.method} ${path}`} is not known here`);
  return service(operation, body);
}

export const failure = (status: number, type: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ __type: type, message }),
});
