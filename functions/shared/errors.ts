/**
 * Every error with a name of its own. `name` is written out as a string: the HTTP answer and the `ErrorEquals`
 * of a state machine match on it, and minifying renames classes.
 */
export abstract class AppError extends Error {
  abstract override readonly name: string;
  /** The HTTP status of the answer when this error ends a request. */
  abstract readonly status: number;
  /** More about the problem for the client, as members of the problem document. Ids and enumerations only. */
  readonly details: Record<string, unknown> = {};
  readonly headers: Record<string, string> = {};
}

export class InvalidRequest extends AppError {
  override readonly name = 'InvalidRequest';
  readonly status = 400;
  override readonly details: { errors: FieldError[] };
  constructor(errors: FieldError[]) {
    super(`The request has ${errors.length === 1 ? 'a field that is' : 'fields that are'} not right`);
    this.details = { errors };
  }
}
export type FieldError = { field: string; message: string };

export class Forbidden extends AppError {
  override readonly name = 'Forbidden';
  readonly status = 403;
  constructor() {
    super('Your role may not do this');
  }
}

/** Also the answer for what belongs to somebody else, so that nobody learns what exists. */
export class CaseNotFound extends AppError {
  override readonly name = 'CaseNotFound';
  readonly status = 404;
  constructor(readonly caseId: string) {
    super(`There is no case ${caseId}`);
  }
}

export class TaskNotFound extends AppError {
  override readonly name = 'TaskNotFound';
  readonly status = 404;
  constructor(taskId: string) {
    super(`There is no task ${taskId}`);
  }
}

export class RunNotFound extends AppError {
  override readonly name = 'RunNotFound';
  readonly status = 404;
  constructor(runId: string) {
    super(`There is no run ${runId} of this case`);
  }
}

export class ContactNotFound extends AppError {
  override readonly name = 'ContactNotFound';
  readonly status = 404;
  constructor(contactId: string) {
    super(`There is no contact ${contactId}`);
  }
}

/** Somebody else was faster, again and again. */
export class CaseChangedMeanwhile extends AppError {
  override readonly name = 'CaseChangedMeanwhile';
  readonly status = 409;
  constructor(caseId: string) {
    super(`Case ${caseId} is being changed by others; try again`);
  }
}

export class PolicyChangedMeanwhile extends AppError {
  override readonly name = 'PolicyChangedMeanwhile';
  readonly status = 409;
  constructor(policy: string) {
    super(`The policy ${policy} was just changed by somebody else; look at it and try again`);
  }
}

export class PolicyNotFound extends AppError {
  override readonly name = 'PolicyNotFound';
  readonly status = 404;
  constructor(policy: string) {
    super(`There is no policy ${policy} yet`);
  }
}

export class CaseHasOpenWork extends AppError {
  override readonly name = 'CaseHasOpenWork';
  readonly status = 409;
  override readonly details: { openWork: string[] };
  constructor(caseId: string, openWork: string[]) {
    super(`Case ${caseId} cannot be closed: ${openWork.join(', ')}`);
    this.details = { openWork };
  }
}

export class CaseIsClosed extends AppError {
  override readonly name = 'CaseIsClosed';
  readonly status = 409;
  constructor(caseId: string) {
    super(`Case ${caseId} is closed`);
  }
}

export class TaskTaken extends AppError {
  override readonly name = 'TaskTaken';
  readonly status = 409;
  override readonly details: { by: string };
  constructor(taskId: string, by: string) {
    super(`Task ${taskId} was claimed by ${by}`);
    this.details = { by };
  }
}

export class TaskAlreadyCompleted extends AppError {
  override readonly name = 'TaskAlreadyCompleted';
  readonly status = 409;
  override readonly details: { by: string; outcome: string };
  constructor(taskId: string, by: string, outcome: string) {
    super(`Task ${taskId} was completed by ${by} with the outcome ${outcome}`);
    this.details = { by, outcome };
  }
}

export class IdempotencyKeyReused extends AppError {
  override readonly name = 'IdempotencyKeyReused';
  readonly status = 422;
  constructor() {
    super('This Idempotency-Key was used before with another request');
  }
}

/** The account system cannot answer now; asking again may help. */
export class AccountServiceUnavailable extends AppError {
  override readonly name = 'AccountServiceUnavailable';
  readonly status = 503;
  constructor(what: string) {
    super(`The account system does not answer: ${what}`);
  }
}

/** The account system refused some accounts or cards for good; a person has to look. */
export class FreezeIncomplete extends AppError {
  override readonly name = 'FreezeIncomplete';
  readonly status = 502;
  constructor(refused: string[]) {
    super(`Not frozen: ${refused.join(', ')}`);
  }
}
