import { ApiError } from './api-error.ts';
import type { Executions } from './executions.ts';
import type { What } from './happening.ts';
import { isTooLarge } from './json.ts';
import { readToken } from './token.ts';

/** These operations answer with nothing. */
type Done = Record<string, never>;

/** What whoever was handed a task token can do with it. */
export function callbacks(executions: Executions) {
  function tell(taskToken: string | undefined, what: What): Done {
    const token = readToken(taskToken ?? '');
    if (!token || taskToken === undefined) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
    const known = executions.find(token.arn);
    if (!known) throw new ApiError('TaskDoesNotExist', `Task Does Not Exist: '${taskToken}'`);
    if (!known.execution?.tell(token.number, what, taskToken))
      throw new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    return {};
  }

  return {
    /** `output` is JSON text. */
    sendTaskSuccess({ taskToken, output = '' }: { taskToken?: string; output?: string }): Done {
      if (!isJson(output) || isTooLarge(output)) throw new ApiError('InvalidOutput', `Invalid Output: '${output}'`);
      return tell(taskToken, { what: 'succeeded', output });
    },
    sendTaskFailure({ taskToken, error, cause }: { taskToken?: string; error?: string; cause?: string }): Done {
      return tell(taskToken, { what: 'failed', error, cause });
    },
    sendTaskHeartbeat: ({ taskToken }: { taskToken?: string }): Done => tell(taskToken, { what: 'heartbeat' }),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
