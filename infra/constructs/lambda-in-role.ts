import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/** A function behind a route, called in a role: a permission of its own for each would fill the stack. */
export class LambdaInRole extends HttpRouteIntegration {
  private readonly handler: LambdaFunction;
  private readonly role: IRole;
  constructor(id: string, handler: LambdaFunction, role: IRole) {
    super(id);
    this.handler = handler;
    this.role = role;
  }
  bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.handler.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      credentials: IntegrationCredentials.fromRole(this.role),
    };
  }
}
