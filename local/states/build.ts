import { EvaluationError } from './failure.ts';
import type { Json } from './json.ts';
import type { Catcher, Machine, Outcome, Retrier, State } from './machine.ts';
import { refuse } from './refusal.ts';
import { parseResource, type Resource } from './resource.ts';
import type { CatcherSource, MachineSource, RetrierSource, StateSource } from './schema.ts';
import { compileTemplate, type Template } from './template.ts';

type Path = readonly PropertyKey[];
/** Compiles one field. */
type Field = (value: unknown, location: string) => Template | undefined;

/** Compiles a definition that has been checked. An expression that is no JSONata is refused here. */
export function buildMachine({ StartAt, States }: MachineSource, path: Path): Machine {
  const states = Object.entries(States).map(
    ([name, state]) => [name, buildState(name, state, [...path, 'States', name])] as const,
  );
  return { startAt: StartAt, states: new Map(states) };
}

function fieldsAt(path: Path): Field {
  return (value, location) => {
    if (value === undefined) return undefined;
    try {
      return compileTemplate(value as Json, location);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      throw refuse([...path, ...(error.location ?? location).split('/')], error.message);
    }
  };
}

const outcome = (field: Field, { Assign, Output }: Partial<CatcherSource>, at = ''): Outcome => ({
  assign: Object.entries(Assign ?? {}).map(
    ([name, value]) => [name, field(value, `${at}Assign/${name}`) as Template] as const,
  ),
  output: field(Output, `${at}Output`),
});

function buildState(name: string, state: StateSource, path: Path): State {
  const field = fieldsAt(path);
  const next = 'Next' in state ? state.Next : undefined;
  const onward = { name, next, ...outcome(field, state as Partial<CatcherSource>) };
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return { ...onward, type: state.Type };
    case 'Fail':
      return { name, type: 'Fail', error: field(state.Error, 'Error'), cause: field(state.Cause, 'Cause') };
    case 'Wait':
      return {
        ...onward,
        type: 'Wait',
        seconds: field(state.Seconds, 'Seconds'),
        timestamp: field(state.Timestamp, 'Timestamp'),
      };
    case 'Choice':
      return { ...onward, type: 'Choice', next: state.Default, rules: rules(field, state.Choices) };
    case 'Task':
      return {
        ...onward,
        ...guards(field, state),
        type: 'Task',
        resource: parseResource(state.Resource) as Resource,
        arguments: field(state.Arguments, 'Arguments'),
        timeoutSeconds: field(state.TimeoutSeconds, 'TimeoutSeconds'),
        heartbeatSeconds: field(state.HeartbeatSeconds, 'HeartbeatSeconds'),
        roleArn: field(state.Credentials?.RoleArn, 'Credentials/RoleArn'),
      };
    case 'Parallel':
      return {
        ...onward,
        ...guards(field, state),
        type: 'Parallel',
        arguments: field(state.Arguments, 'Arguments'),
        branches: state.Branches.map((branch, index) => buildMachine(branch, [...path, 'Branches', index])),
      };
    case 'Map':
      return {
        ...onward,
        ...guards(field, state),
        type: 'Map',
        items: field(state.Items, 'Items'),
        itemSelector: field(state.ItemSelector, 'ItemSelector'),
        maxConcurrency: field(state.MaxConcurrency, 'MaxConcurrency'),
        tolerated: [
          field(state.ToleratedFailureCount, 'ToleratedFailureCount'),
          field(state.ToleratedFailurePercentage, 'ToleratedFailurePercentage'),
        ].filter((template) => template !== undefined),
        processor: buildMachine(state.ItemProcessor, [...path, 'ItemProcessor']),
      };
  }
}

const rules = (field: Field, choices: Extract<StateSource, { Type: 'Choice' }>['Choices']) =>
  choices.map((rule, index) => ({
    ...outcome(field, rule, `Choices[${index}]/`),
    condition: field(rule.Condition, `Choices[${index}]/Condition`) as Template,
    next: rule.Next,
  }));

type Guards = { Retry?: RetrierSource[] | undefined; Catch?: CatcherSource[] | undefined };

const guards = (field: Field, { Retry = [], Catch = [] }: Guards) => ({
  retry: Retry.map(retrier),
  catch: Catch.map(
    (source, index): Catcher => ({
      ...outcome(field, source, `Catch[${index}]/`),
      errors: source.ErrorEquals,
      next: source.Next,
    }),
  ),
});

const retrier = (source: RetrierSource): Retrier => ({
  errors: source.ErrorEquals,
  intervalSeconds: source.IntervalSeconds ?? 1,
  maxAttempts: source.MaxAttempts ?? 3,
  backoffRate: source.BackoffRate ?? 2,
  maxDelaySeconds: source.MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
  jitter: source.JitterStrategy === 'FULL',
});
