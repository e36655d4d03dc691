import { Command, ServiceError, serviceClient } from './service.ts';

export class PutEventsCommand extends Command {}
export class EventBridgeClient extends serviceClient('events', {}, ServiceError) {}
