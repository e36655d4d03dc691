import { command, ServiceError, serviceClient } from './service.ts';

export const StartExecutionCommand = command('StartExecution');
export const SendTaskSuccessCommand = command('SendTaskSuccess');
export const StopExecutionCommand = command('StopExecution');
export const DescribeExecutionCommand = command('DescribeExecution');
export const GetExecutionHistoryCommand = command('GetExecutionHistory');
export const ListExecutionsCommand = command('ListExecutions');

export class ExecutionAlreadyExists extends ServiceError {}
export class ExecutionDoesNotExist extends ServiceError {}
export class InvalidToken extends ServiceError {}
export class TaskDoesNotExist extends ServiceError {}
export class TaskTimedOut extends ServiceError {}

const errors = { ExecutionAlreadyExists, ExecutionDoesNotExist, InvalidToken, TaskDoesNotExist, TaskTimedOut };
export class SFNClient extends serviceClient('sfn', errors, ServiceError) {}
