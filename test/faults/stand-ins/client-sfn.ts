import { Command, ServiceError, serviceClient } from './service.ts';

export class StartExecutionCommand extends Command {}
export class SendTaskSuccessCommand extends Command {}
export class StopExecutionCommand extends Command {}
export class DescribeExecutionCommand extends Command {}
export class GetExecutionHistoryCommand extends Command {}
export class ListExecutionsCommand extends Command {}

export class ExecutionAlreadyExists extends ServiceError {}
export class ExecutionDoesNotExist extends ServiceError {}
export class InvalidToken extends ServiceError {}
export class TaskDoesNotExist extends ServiceError {}
export class TaskTimedOut extends ServiceError {}

const errors = { ExecutionAlreadyExists, ExecutionDoesNotExist, InvalidToken, TaskDoesNotExist, TaskTimedOut };
export class SFNClient extends serviceClient('sfn', errors, ServiceError) {}
