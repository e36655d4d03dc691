import { command, ServiceError, serviceClient } from './service.ts';

export const PutEventsCommand = command('PutEvents');
export class EventBridgeClient extends serviceClient('events', {}, ServiceError) {}
