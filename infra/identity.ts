import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { FeaturePlan, Mfa, OAuthScope, UserPool, UserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { Role } from '../functions/shared/caller.ts';
import type { SignIn } from '../functions/shared/sign-in.ts';
import type { Stage } from './stages.ts';

export type Identity = { authorizer: HttpJwtAuthorizer; rolesClaim: string; signIn: SignIn };

/**
 * Who vouches for callers: an issuer of the stage's own, or a user pool that the stack makes. People who sign in at
 * the console come back to `consoleUrl`.
 */
export function identityOf(scope: Construct, stage: Stage, consoleUrl: string): Identity {
  const { identity } = stage;
  if (identity.kind === 'oidc') {
    const {
      issuer,
      audience: jwtAudience,
      rolesClaim,
      console = { clientId: '', scope: 'openid', origins: [] },
    } = identity;
    const authorizer = new HttpJwtAuthorizer('Identity', issuer, { jwtAudience });
    return { authorizer, rolesClaim, signIn: { issuer, rolesClaim, ...console } };
  }
  return userPool(scope, stage, consoleUrl);
}

function userPool(scope: Construct, stage: Stage, consoleUrl: string): Identity {
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
  const consoleClient = pool.addClient('ConsoleClient', {
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [consoleUrl],
      logoutUrls: [consoleUrl],
    },
    accessTokenValidity: Duration.hours(1),
    // The page keeps no token that outlives a shift: when this one ends, the issuer still knows the person.
    refreshTokenValidity: Duration.hours(1),
    preventUserExistenceErrors: true,
  });
  const domain = pool.addDomain('SignIn', {
    cognitoDomain: { domainPrefix: `caseloop-${stage.name}-${Aws.ACCOUNT_ID}` },
  });
  const authorizer = new HttpJwtAuthorizer('Identity', pool.userPoolProviderUrl, {
    jwtAudience: [client.userPoolClientId, consoleClient.userPoolClientId],
  });
  const rolesClaim = 'cognito:groups';
  const signIn = {
    issuer: pool.userPoolProviderUrl,
    clientId: consoleClient.userPoolClientId,
    scope: 'openid',
    origins: [domain.baseUrl()],
    rolesClaim,
  };
  return { authorizer, rolesClaim, signIn };
}
