import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { routes } from '../infra/api.ts';
import { bundleFunctions, bundleOf } from '../infra/build.ts';
import type { Row } from './table.ts';

// How long a function takes to load, and to its first answer, against the usual stack, which is built in the same run:
// fresh processes in turn, each over a DynamoDB that answers at once and knows nothing.
const ROUNDS = 15;
const run = promisify(execFile);

const here = join(import.meta.dirname, 'cold');
const built = join(import.meta.dirname, 'node_modules/.cache');
const [usual, ours] = [join(built, 'usual-stack.cjs'), join(built, 'get-case.cjs')];
await build({
  entryPoints: [join(here, 'usual-stack.mjs')],
  outfile: usual,
  ...({ bundle: true, minify: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error' } as const),
  mainFields: ['module', 'main'],
});
// As Lambda has it: CommonJS, whatever is above it here.
copyFileSync(join(bundleOf(await bundleFunctions(), 'case/get-case.api'), 'index.js'), ours);

const tables = createServer((request, answer) => {
  request.resume().on('end', () => {
    answer.setHeader('content-type', 'application/x-amz-json-1.0');
    answer.end(String(request.headers['x-amz-target']).endsWith('GetItem') ? '{}' : '{"Items":[],"Count":0}');
  });
});
await new Promise<void>((resolve) => tables.listen(0, '127.0.0.1', resolve));
const awsUrl = `http://127.0.0.1:${(tables.address() as AddressInfo).port}`;

const settings = {
  ...{ AWS_ENDPOINT_URL: awsUrl, AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' },
  ...{ CASE_EVENTS_TABLE: 'events', CASE_VIEWS_TABLE: 'views', ACCESS_TABLE: 'access', POLICIES_TABLE: 'policies' },
  ...{
    CALLERS: JSON.stringify(routes.find(({ entry }) => entry === 'case/get-case')?.callers),
    ROLES_CLAIM: 'roles',
    NODE_ENV: 'production',
    PATH: process.env.PATH ?? '',
  },
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};
const event = JSON.stringify({
  ...{ version: '2.0', routeKey: 'GET /cases/{caseId}', rawPath: '/', rawQueryString: '', headers: {} },
  pathParameters: { caseId: 'case_00000000000000000000000000' },
  requestContext: {
    ...{ requestId: 'one', http: { method: 'GET', path: '/', sourceIp: '127.0.0.1' } },
    authorizer: { jwt: { claims: { sub: 'carla', roles: '[agent]' } } },
  },
});

type Start = { load: number; first: number };
async function start(file: string): Promise<Start> {
  const script = join(here, 'measure-start.cjs');
  const { stdout } = await run(process.execPath, [script, file, event], { env: settings });
  const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Partial<Start> & { error?: string };
  if (!told.load || !told.first) throw new Error(`${file}: ${stdout}`);
  return { load: told.load, first: told.first };
}

const starts: { ours: Start; usual: Start }[] = [];
for (let round = 0; round < ROUNDS; round++) starts.push({ ours: await start(ours), usual: await start(usual) });
tables.close();

// The fastest start is the one that nothing else on the machine got in the way of.
const of = (which: 'ours' | 'usual', what: keyof Start) => Math.min(...starts.map((one) => one[which][what]));
const ratio = (what: keyof Start) => of('ours', what) / of('usual', what);
const milliseconds = (time: number) => `${time.toFixed(1)} ms`;

export const rows: Row[] = [
  ['cold load of case/get-case.api', milliseconds(of('ours', 'load'))],
  ['cold load of the usual stack: powertools, middy, zod {z}, lib-dynamodb', milliseconds(of('usual', 'load'))],
  ['the one as a share of the other', ratio('load').toFixed(2), '≤ 0.40', ratio('load') <= 0.4],
  ['load and first call of case/get-case.api', milliseconds(of('ours', 'first'))],
  ['load and first call of the usual stack', milliseconds(of('usual', 'first'))],
  ['the one as a share of the other', ratio('first').toFixed(2)],
];
