import type { PluginBuild } from 'esbuild';
import { changed } from './changed-source.ts';

/** Makes a call of the AWS SDK quicker; what is sent stays the same. */
export function quickSdk(build: PluginBuild): void {
  shareSettings(build);
  workOnce(build);
}

/** At each request the SDK copies all settings of its client four times; whoever gets the copy only reads a few of them. */
function shareSettings(build: PluginBuild): void {
  const both = /\{\s*\.\.\.config,\s*\.\.\.context,\s*(endpoint,)?\s*\}/;
  const read = 'Object.assign(Object.create(config), context, { $1 })';
  changed(build, 'schema/middleware/schemaSerializationMiddleware.js', both, read);
  changed(build, 'schema/middleware/schemaDeserializationMiddleware.js', both, read);
  changed(build, 'middleware-endpoint/endpointMiddleware.js', /\{ \.\.\.config \}/, 'config');
  const signs = /const params = \{\s*\.\.\.config,/g;
  changed(build, 'aws_sdk/resolveAwsSdkSigV4Config.js', signs, 'const params = { applyChecksum: config.applyChecksum,');
}

/** What the SDK works out anew at each request, though it is the same, or nobody asks for it. */
function workOnce(build: PluginBuild): void {
  // The trace of where it stood, of an error that is thrown only if there is another.
  changed(build, 'retry/middleware-retry/retryMiddleware.js', /let lastError = new Error\(\);/, 'let lastError;');
  // A copy of each hash, for whoever goes on after its end: a signature does not.
  changed(build, 'checksum/sha256/Sha256Node.js', /this\.hash\.copy\(\)\.digest\(\)/, 'this.hash.digest()');
  // The words it presents itself by, a few for each process; and the name of a vendor, if the rules were another's.
  const vendor = /^import \{ getUserAgentPrefix \} from .*$/m;
  const words = /^const escapeUserAgent = /m;
  const once = `const escaped = new Map();
    const escapeUserAgent = (pair) => {
      const key = pair.join(' ');
      return escaped.get(key) ?? (escaped.set(key, escapeAnew(pair)), escaped.get(key));
    };
    const escapeAnew = `;
  const agent = 'middleware-user-agent/user-agent-middleware.js';
  changed(build, agent, vendor, "const getUserAgentPrefix = () => '';", [words, once]);
}
