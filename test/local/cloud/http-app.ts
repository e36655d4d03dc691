import { lambda, synthesize } from './synthesize.ts';

const route = (RouteKey: string, more = {}) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: { Ref: 'Api' },
    RouteKey,
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    AuthorizationType: 'NONE',
    ...more,
  },
});
const withToken = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } };

/** An API behind one function that answers with its event, or with what `?answer=` asks for. Tells each route it gets. */
export const httpApp = () =>
  synthesize({
    service: {
      bundles: {
        answers: `
          export const handler = async (event) => {
            console.log(event.routeKey);
            switch (event.queryStringParameters?.answer) {
              case 'error': throw new Error('internals');
              case 'bare': return { caseId: 'c1' };
              case 'text': return 'just text';
              case 'malformed': return { statusCode: 200, body: { not: 'text' } };
              case 'full': return { statusCode: 201, headers: { Location: '/x', 'Content-Type': 'text/html' }, cookies: ['a=1', 'b=2'],
                body: Buffer.from('<p>hi').toString('base64'), isBase64Encoded: true };
              default: return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
            }
          };`,
      },
      outputs: {
        Url: {
          Value: {
            'Fn::Join': [
              '',
              [
                'https://',
                { Ref: 'Api' },
                '.execute-api.',
                { Ref: 'AWS::Region' },
                '.',
                { Ref: 'AWS::URLSuffix' },
                '/',
              ],
            ],
          },
        },
        Endpoint: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } },
      },
      resources: {
        Answers: lambda('answers'),
        Api: {
          Type: 'AWS::ApiGatewayV2::Api',
          Properties: {
            Name: 'api',
            ProtocolType: 'HTTP',
            CorsConfiguration: { AllowOrigins: ['https://bank.example'], AllowMethods: ['GET'] },
          },
        },
        Stage: {
          Type: 'AWS::ApiGatewayV2::Stage',
          Properties: {
            StageName: '$default',
            AutoDeploy: true,
            DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 100 },
            RouteSettings: { 'GET /slow': { ThrottlingBurstLimit: 2, ThrottlingRateLimit: 0.01 } },
          },
        },
        Integration: {
          Type: 'AWS::ApiGatewayV2::Integration',
          Properties: {
            IntegrationType: 'AWS_PROXY',
            IntegrationUri: { 'Fn::GetAtt': ['Answers', 'Arn'] },
            PayloadFormatVersion: '2.0',
          },
        },
        Pool: { Type: 'AWS::Cognito::UserPool' },
        Client: { Type: 'AWS::Cognito::UserPoolClient' },
        Authorizer: {
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: {
            AuthorizerType: 'JWT',
            IdentitySource: ['$request.header.Authorization'],
            JwtConfiguration: {
              Audience: [{ Ref: 'Client' }],
              Issuer: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Pool', 'ProviderName'] }]] },
            },
          },
        },
        Health: route('GET /health'),
        OpenCase: route('POST /cases', withToken),
        GetCase: route('GET /cases/{caseId}', withToken),
        Mine: route('GET /cases/mine', withToken),
        Admin: route('GET /admin', { ...withToken, AuthorizationScopes: ['cases/admin'] }),
        Slow: route('GET /slow'),
        Files: route('ANY /files/{path+}'),
      },
    },
  });
