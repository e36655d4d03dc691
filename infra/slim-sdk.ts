import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { changed } from './changed-source.ts';
import { quickSdk } from './quick-sdk.ts';

// Parts of the SDK that no function of ours reaches, and what stands in for them. Lambda hands a function its region
// and its credentials in the environment; DynamoDB, SES and Step Functions need no more than that.
const standIns: Record<string, string> = {
  '@aws-sdk/credential-provider-node/dist-es/index.js': `
    export const defaultProvider = () => async () => ({
      accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: process.env.AWS_SESSION_TOKEN,
    });`,
  // Settings from ~/.aws: the next source in the chain is asked, as when there is no such file.
  '@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js': `
    import { CredentialsProviderError } from '../property-provider/CredentialsProviderError';
    export const fromSharedConfigFiles = () => async () => {
      throw new CredentialsProviderError('There are no config files');
    };`,
  '@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js':
    'export const getInstanceMetadataRegion = async () => undefined;',
  // Streams of events, as in a transcription: none of our calls answers with one.
  '@smithy/core/dist-es/submodules/event-streams/index.js': 'export {};',
  '@smithy/signature-v4/dist-es/HeaderFormatter.js': 'export class HeaderFormatter {}; export class Int64 {}',
  // DynamoDB finds its endpoint by the rules of the region; discovery is off unless asked for.
  '@aws-sdk/endpoint-cache/dist-es/index.js': 'export class EndpointCache {}',
  // Signing for several regions at once takes an endpoint of several regions, which we have not.
  '@aws-sdk/signature-v4-multi-region/dist-es/index.js': `
    import { SignatureV4 } from '@smithy/signature-v4';
    export class SignatureV4MultiRegion extends SignatureV4 {
      static sigv4aDependency = () => 'none';
    }`,
  // For where there is no node:crypto, and for streams that are not Node's.
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js': 'export const Sha256Js = undefined;',
  '@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.browser.js':
    'export const sdkStreamMixin = undefined;',
  // What a function that answers several requests at once tells them apart by: ours answer one at a time.
  '@aws/lambda-invoke-store/dist-es/invoke-store.js':
    'export const InvokeStore = { getInstanceAsync: async () => undefined };',
  // For the retry mode `adaptive`, which is not the one we use.
  '@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js': 'export class DefaultRateLimiter {}',
  '@smithy/core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js': 'export class AdaptiveRetryStrategy {}',
  // How a bucket is addressed: no function speaks S3 through the SDK.
  '@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js': `
    export const resolveParamsForS3 = async (params) => params;
    export const DOT_PATTERN = /\\./, S3_HOSTNAME_PATTERN = /^$/;
    export const isDnsCompatibleBucketName = () => true, isArnBucketName = () => false;`,
  // A request for several regions at once, see above.
  '@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4ASigner.js':
    'export class AwsSdkSigV4ASigner {}',
  // What a client would tell a logger of its own: ours have none, and what is asked and answered is nobody's to read.
  '@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js': `
    export const loggerMiddleware = () => (next) => next, loggerMiddlewareOptions = {};
    export const getLoggerPlugin = () => ({ applyToStack: () => {} });`,
  '@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js':
    'export const schemaLogFilter = () => undefined;',
  // Which features of the SDK a program uses, told to AWS with every request; and a word about old versions of Node.
  '@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/check-features.js':
    'export const checkFeatures = async () => {};',
  '@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js':
    'export const state = { warningEmitted: true }, emitWarningIfUnsupportedVersion = () => {};',
};

// Under which name a service is found in a region. The rules that the SDK brings for it also know endpoints of single
// accounts, of FIPS and of both internets, none of which we ask for; of all there is to know they are a tenth of a bundle.
const hosts: Record<string, string> = {
  'client-dynamodb': 'dynamodb',
  'client-eventbridge': 'events',
  'client-secrets-manager': 'secretsmanager',
  'client-sesv2': 'email',
  'client-sfn': 'states',
};
const endpointOf = (host: string): string => `
  export const defaultEndpointResolver = ({ Endpoint, Region }) => {
    const suffix = Region?.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return { url: new URL(Endpoint ?? \`https://${host}.\${Region}.\${suffix}\`) };
  };`;

/** Makes a bundle of the AWS SDK smaller by a third and a call quicker; nothing that a function of ours can see changes. */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup(build) {
    const known = wordsOfFunctions();
    build.onLoad({ filter: /node_modules\/(@aws|@aws-sdk|@smithy)\/.*\.js$/ }, ({ path }) => {
      const file = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const contents = standIns[file] ?? (/\/schemas_\d+\.js$/.test(file) ? slimShapes(path, known) : undefined);
      return contents === undefined ? undefined : { contents, resolveDir: path.slice(0, path.lastIndexOf('/')) };
    });
    build.onLoad(
      { filter: /node_modules\/@aws-sdk\/client-[a-z0-9-]+\/dist-es\/endpoint\/endpointResolver\.js$/ },
      ({ path }) => {
        const host = hosts[path.split('/').at(-4) ?? ''];
        return host ? { contents: endpointOf(host) } : undefined;
      },
    );
    // Each client that finds its endpoint by the rules tells them of these functions itself; ours do not.
    changed(build, 'client/util-endpoints/aws.js', /^customEndpointFunctions\.aws = .*$/m, '');
    const asked = `{ Endpoint: { type: "builtInParams", name: "endpoint" }, Region: { type: "builtInParams", name: "region" } }`;
    changed(build, 'endpoint/EndpointParameters.js', /(?<=commonParams = )\{[^;]*\}/, asked);
    quickSdk(build);
    // A client tells its version with every request; the rest of its package.json it does not need.
    build.onLoad({ filter: /node_modules\/@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/**
 * The shapes of all operations of a service, changed so that esbuild can leave out those that nothing uses.
 * `{ [_e]: … }` becomes `{ "error": … }`: to esbuild, computing a key might have an effect. An error that no function
 * knows by its class is not registered: the SDK then throws the base class of the service under the error's own name.
 */
function slimShapes(path: string, known: Set<string>): string {
  const source = readFileSync(path, 'utf8');
  const texts = new Map([...source.matchAll(/^const (_\w+) = (".*");$/gm)].map(([, name, text]) => [name, text]));
  return source
    .replace(/\[(_\w+)\]:/g, (key, name) => (texts.has(name) ? `${texts.get(name)}:` : key))
    .replace(/^n0_registry\.registerError\(\S+, (\w+)\);$/gm, (line, error) => (known.has(error) ? line : ''));
}

function wordsOfFunctions(): Set<string> {
  const folder = join(import.meta.dirname, '../functions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Set(files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\w+/g) ?? []));
}
