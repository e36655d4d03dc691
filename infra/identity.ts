import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { FeaturePlan, Mfa, OAuthScope, UserPool, UserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { Role } from '../functions/shared/caller.ts';
import type { Stage } from './stages.ts';

export type Identity = { authorizer: HttpJwtAuthorizer; rolesClaim: string };

/** Who vouches for callers: an issuer of the stage's own, or a user pool that the stack makes. */
export function identityOf(scope: Construct, stage: Stage): Identity {
  const { identity } = stage;
  if (identity.kind === 'oidc') {
    const { issuer, audience: jwtAudience, rolesClaim } = identity;
    return { authorizer: new HttpJwtAuthorizer('Identity', issuer, { jwtAudience }), rolesClaim };
  }
  const pool = new UserPool(scope, 'Users', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireSymbols: true,
      requireUppercase: true,
    },
    featurePlan: FeaturePlan.PLUS,
    deletionProtection: stage.keepData,
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const role of Role.options) new UserPoolGroup(scope, `${role}Group`, { userPool: pool, groupName: role });
  const client = pool.addClient('Client', {
    authFlows: { userSrp: true },
    oAuth: { flows: { authorizationCodeGrant: true }, scopes: [OAuthScope.OPENID] },
    accessTokenValidity: Duration.hours(1),
    preventUserExistenceErrors: true,
  });
  const authorizer = new HttpJwtAuthorizer('Identity', pool.userPoolProviderUrl, {
    jwtAudience: [client.userPoolClientId],
  });
  return { authorizer, rolesClaim: 'cognito:groups' };
}
