import type { RequestListener } from 'node:http';
import { readBody } from './request-body.ts';
import type { Answer } from './tables.ts';

/** Answers one operation of a service in its JSON protocol. */
export type AwsService = (operation: string, body: string) => Promise<Answer>;

export interface AwsServices {
  /** By the first part of `X-Amz-Target`, like `DynamoDB_20120810`. */
  readonly targets: Readonly<Record<string, AwsService>>;
  /** `POST /v2/email/outbound-emails`. */
  sendMail(body: string): Promise<Answer>;
  /** What is asked of a bucket; undefined for everything else. */
  readonly s3?: (request: AwsRequest) => AwsAnswer | undefined;
}

const LONGEST_BODY = 50 * 1024 * 1024;

/** A request to any AWS service. Names of headers are in lower case; no body is one that is too long. */
export interface AwsRequest {
  readonly method: string;
  /** From the first slash on. */
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string | undefined;
}
export type AwsAnswer = Answer & { readonly headers: Readonly<Record<string, string>> };
export type AnswerAws = (request: AwsRequest) => Promise<AwsAnswer>;

/** Answers what any AWS client asks. */
export const answerAws =
  (services: AwsServices): AnswerAws =>
  async (request) => {
    const ofBucket = services.s3?.(request);
    if (ofBucket) return ofBucket;
    const answer = await answerTo(request, services).catch(
      (error: unknown): Answer => failure(500, 'InternalFailure', String(error)),
    );
    const asked = String(request.headers['content-type'] ?? '');
    const type: unknown = answer.status < 400 ? undefined : JSON.parse(answer.body).__type;
    const headers = {
      'content-type': asked.startsWith('application/x-amz-json') ? asked : 'application/json',
      'content-length': String(Buffer.byteLength(answer.body)),
      'x-amzn-requestid': crypto.randomUUID(),
      ...(typeof type === 'string' ? { 'x-amzn-errortype': type } : {}),
    };
    return { ...answer, headers };
  };

/** The one address at which every AWS client finds its service. */
export const awsEndpoint =
  (answer: AnswerAws): RequestListener =>
  async (request, response) => {
    const { method = '', url = '/', headers } = request;
    const body = (await readBody(request, LONGEST_BODY))?.toString();
    const answered = await answer({ method, url, headers, body });
    response.writeHead(answered.status, answered.headers);
    response.end(answered.body);
  };

async function answerTo({ method, url, headers, body }: AwsRequest, services: AwsServices): Promise<Answer> {
  if (body === undefined) return failure(413, 'RequestEntityTooLargeException', 'The request is too long');
  const [path = '/'] = url.split('?');
  if (method === 'POST' && path === '/v2/email/outbound-emails') return services.sendMail(body);
  const [target = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const service = services.targets[target];
  if (!service) return failure(400, 'UnknownOperationException', `${target || `${method} ${path}`} is not known here`);
  return service(operation, body);
}

export const failure = (status: number, type: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ __type: type, message }),
});
