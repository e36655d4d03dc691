import { command, ServiceError, serviceClient } from './service.ts';

export const GetSecretValueCommand = command('GetSecretValue');
export class SecretsManagerClient extends serviceClient('secrets', {}, ServiceError) {}
