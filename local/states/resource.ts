/** What a Task calls. `type` and `name` are what the history calls `resourceType` and `resource`. */
export type Resource = {
  readonly arn: string;
  /** `function`: the ARN of a function stands where an integration usually does, and other events are recorded. */
  readonly kind: 'integration' | 'function';
  readonly type: string;
  readonly name: string;
  /** When the state goes on: at the answer, when the job has ended, or when somebody hands back the token. */
  readonly until: 'answer' | 'end' | 'token';
};

const INTEGRATION = /^arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[^:]+):(.+)$/;
const FUNCTION = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:.+$/;

/** The integrations that the local cloud answers. */
export const LOCAL_RESOURCES = [
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::states:startExecution',
  'arn:aws:states:::states:startExecution.sync:2',
  'arn:aws:states:::aws-sdk:s3:putObject',
] as const;

export function parseResource(arn: string): Resource | undefined {
  if (FUNCTION.test(arn)) return { arn, kind: 'function', type: 'lambda', name: arn, until: 'answer' };
  const [, type, name] = INTEGRATION.exec(arn) ?? [];
  if (type === undefined || name === undefined || type === 'activity') return undefined;
  const until = name.endsWith('.waitForTaskToken') ? 'token' : /\.sync(:2)?$/.test(name) ? 'end' : 'answer';
  return { arn, kind: 'integration', type, name, until };
}
