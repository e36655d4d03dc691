import { createHash } from 'node:crypto';

/**
 * What stands in for a secret on this machine: always the same for the same secret, and worth nothing elsewhere.
 * `reference` is what follows `secretsmanager:` in a dynamic reference, like `arn:…:secret:name:SecretString:key::`.
 */
export const secretValue = (reference: string): string =>
  createHash('sha256')
    .update(`local ${reference.replace(/:+$/, '')}`)
    .digest('hex');
