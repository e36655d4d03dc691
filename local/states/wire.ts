import * as z from 'zod';
import { ApiError } from './api-error.ts';
import type { Engine } from './engine.ts';
import { MachineRefused } from './refusal.ts';
import { eventItem, executionDescription, executionItem, machineDescription, machineItem, seconds } from './views.ts';

const text = z.string().optional();
const page = { maxResults: z.int().min(0).max(1000).optional(), nextToken: text };

/** What each operation takes. Fields that mean nothing here, like a trace header, are left out. */
const requests = {
  CreateStateMachine: z.object({ name: z.string(), definition: z.string(), roleArn: z.string() }),
  DescribeStateMachine: z.object({ stateMachineArn: z.string() }),
  ListStateMachines: z.object(page),
  StartExecution: z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().optional() }),
  DescribeExecution: z.object({ executionArn: z.string() }),
  ListExecutions: z.object({ stateMachineArn: z.string(), statusFilter: text, ...page }),
  GetExecutionHistory: z.object({
    executionArn: z.string(),
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.literal(true, 'histories always come with their data').optional(),
    ...page,
  }),
  StopExecution: z.object({ executionArn: z.string(), error: text, cause: text }),
  SendTaskSuccess: z.object({ taskToken: z.string(), output: z.string() }),
  SendTaskFailure: z.object({ taskToken: z.string(), error: text, cause: text }),
  SendTaskHeartbeat: z.object({ taskToken: z.string() }),
};
type Requests = { [O in keyof typeof requests]: z.infer<(typeof requests)[O]> };
type Operations = { [O in keyof Requests]: (request: Requests[O]) => object | Promise<object> };

export type WireAnswer = { readonly status: number; readonly body: object };

/** Answers the AWS JSON 1.0 protocol: `target` is the header `X-Amz-Target`, `body` the parsed JSON of the request. */
export function stepFunctionsWire(engine: Engine): (target: string, body: unknown) => Promise<WireAnswer> {
  const operations = operationsOf(engine);
  return async (target, body) => {
    try {
      const operation = target.replace(/^AWSStepFunctions\./, '') as keyof Operations;
      if (!Object.hasOwn(requests, operation)) throw new ApiError('UnknownOperationException', `Unknown: '${target}'`);
      const request = requests[operation].safeParse(body ?? {});
      if (!request.success) throw new ApiError('ValidationException', z.prettifyError(request.error));
      const answer = await (operations[operation] as (given: unknown) => Promise<object>)(request.data);
      return { status: 200, body: answer };
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof MachineRefused)) throw error;
      return { status: 400, body: { __type: error.name, message: error.message } };
    }
  };
}

function operationsOf(engine: Engine): Operations {
  return {
    CreateStateMachine: (request) => {
      const { stateMachineArn, creationDate } = engine.createStateMachine(request);
      return { stateMachineArn, creationDate: seconds(creationDate) };
    },
    DescribeStateMachine: ({ stateMachineArn }) => machineDescription(engine.describeStateMachine(stateMachineArn)),
    ListStateMachines: (request) => {
      const { items, nextToken } = engine.listStateMachines(request);
      return { stateMachines: items.map(machineItem), nextToken };
    },
    StartExecution: (request) => {
      const { executionArn, startDate } = engine.startExecution(request);
      return { executionArn, startDate: seconds(startDate) };
    },
    DescribeExecution: ({ executionArn }) => executionDescription(engine.describeExecution(executionArn)),
    ListExecutions: ({ statusFilter, ...request }) => {
      const { items, nextToken } = engine.listExecutions({ ...request, status: statusFilter });
      return { executions: items.map(executionItem), nextToken };
    },
    GetExecutionHistory: async (request) => {
      const { items, nextToken } = await engine.getExecutionHistory(request);
      return { events: items.map(eventItem), nextToken };
    },
    StopExecution: (request) => ({ stopDate: seconds(engine.stopExecution(request).stopDate) }),
    SendTaskSuccess: (request) => engine.sendTaskSuccess(request),
    SendTaskFailure: (request) => engine.sendTaskFailure(request),
    SendTaskHeartbeat: (request) => engine.sendTaskHeartbeat(request),
  };
}
