import type { JWTPayload } from 'jose';
import type { Clock } from '../clock.ts';
import type { Deployment } from './deployment.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import { AuthorizerProperties } from './jwt-authorizer.ts';

/** The issuer in the place of the one the template trusts. */
export interface Identity extends Issuer {
  /** The OpenID Connect discovery document, with everything at `url`. */
  discovery(url: string): unknown;
}

/**
 * Signs what the template's JWT authorizer asks for: its issuer and its first audience, so that the check is the
 * deployed one and only the keys are local.
 */
export function createIdentity(deployment: Deployment, clock: Clock, file?: string): Identity {
  const issuer = createIssuer(clock, file);
  const [authorizer] = deployment.resources('AWS::ApiGatewayV2::Authorizer', AuthorizerProperties);
  const { Issuer: iss = 'https://issuer.invalid', Audience = [] } = authorizer?.properties.JwtConfiguration ?? {};
  const [aud = 'local'] = Audience;
  return {
    ...issuer,
    token: (claims: JWTPayload) => issuer.token({ iss, aud, client_id: aud, ...claims }),
    discovery: (url) => ({
      issuer: iss,
      jwks_uri: `${url}/jwks.json`,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      end_session_endpoint: `${url}/sign-out`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  };
}
