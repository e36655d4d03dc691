import { Command, ServiceError, serviceClient } from './service.ts';

export class GetSecretValueCommand extends Command {}
export class SecretsManagerClient extends serviceClient('secrets', {}, ServiceError) {}
