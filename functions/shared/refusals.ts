import { AppError } from './errors.ts';

// What people are refused who may use a route but not for this, and what the bank refuses them.

export class ManagerNeeded extends AppError {
  override readonly name = 'ManagerNeeded';
  readonly status = 403;
  override readonly details: { team: string };
  constructor(team: string) {
    super(`Only the manager of team ${team} or an administrator may do this`);
    this.details = { team };
  }
}

export class ApprovalNotFound extends AppError {
  override readonly name = 'ApprovalNotFound';
  readonly status = 404;
  constructor(approvalId: string) {
    super(`There is no approval ${approvalId}`);
  }
}

/** What one person may not do alone. */
export class ApprovalNeeded extends AppError {
  override readonly name = 'ApprovalNeeded';
  readonly status = 409;
  constructor(caseId: string) {
    super(`Case ${caseId} can be closed so only when a second person has approved it`);
  }
}

/** What was decided about a case stands, whoever closes it. */
export class DecidedOtherwise extends AppError {
  override readonly name = 'DecidedOtherwise';
  readonly status = 409;
  override readonly details: { decided: string };
  constructor(caseId: string, decided: string) {
    super(`Case ${caseId} was decided as ${decided}; it can only be closed with that`);
    this.details = { decided };
  }
}

/** Four eyes: nobody decides what they asked for themselves. */
export class OwnApproval extends AppError {
  override readonly name = 'OwnApproval';
  readonly status = 403;
  constructor(approvalId: string) {
    super(`Approval ${approvalId} was asked for by you; somebody else has to decide`);
  }
}

export class ApprovalPending extends AppError {
  override readonly name = 'ApprovalPending';
  readonly status = 409;
  override readonly details: { approvalId: string; by: string };
  constructor(approvalId: string, by: string) {
    super(`The same was asked for by ${by} with approval ${approvalId}`);
    this.details = { approvalId, by };
  }
}

export class ApprovalAlreadyDecided extends AppError {
  override readonly name = 'ApprovalAlreadyDecided';
  readonly status = 409;
  override readonly details: { by: string; decision: string };
  constructor(approvalId: string, by: string, decision: string) {
    super(`Approval ${approvalId} was ${decision} by ${by}`);
    this.details = { by, decision };
  }
}

/** The account system does not know what was to be unfrozen; a person has to look. */
export class UnfreezeIncomplete extends AppError {
  override readonly name = 'UnfreezeIncomplete';
  readonly status = 502;
  constructor(unknown: string[]) {
    super(`Not unfrozen: ${unknown.join(', ')}`);
  }
}

export class CaseWaits extends AppError {
  override readonly name = 'CaseWaits';
  readonly status = 409;
  override readonly details: { for: string };
  constructor(caseId: string, what: string) {
    super(`Case ${caseId} waits for ${what} already; resume it first`);
    this.details = { for: what };
  }
}

export class CaseIsCancelled extends AppError {
  override readonly name = 'CaseIsCancelled';
  readonly status = 409;
  override readonly details: { by: string; reason: string };
  constructor(caseId: string, by: string, reason: string) {
    super(`Case ${caseId} was cancelled by ${by}: ${reason}`);
    this.details = { by, reason };
  }
}

export class CaseHoldsAccounts extends AppError {
  override readonly name = 'CaseHoldsAccounts';
  readonly status = 409;
  override readonly details: { frozen: string[] };
  constructor(caseId: string, frozen: string[]) {
    super(`Case ${caseId} holds ${frozen.join(', ')} frozen: say with accounts whether to keep-frozen or to unfreeze`);
    this.details = { frozen };
  }
}

export class CaseIsMerged extends AppError {
  override readonly name = 'CaseIsMerged';
  readonly status = 409;
  override readonly details: { caseId: string };
  constructor(caseId: string, into: string) {
    super(`Case ${caseId} goes on as part of case ${into}`);
    this.details = { caseId: into };
  }
}

export class TaskWithdrawn extends AppError {
  override readonly name = 'TaskWithdrawn';
  readonly status = 409;
  constructor(taskId: string) {
    super(`Task ${taskId} needs to be done no more`);
  }
}

export class RootNotFound extends AppError {
  override readonly name = 'RootNotFound';
  readonly status = 404;
  constructor(size: number) {
    super(`No root over ${size} leaves was published`);
  }
}

/** Whoever reads leaves a trace, or does not read. */
export class AccessNotRecorded extends AppError {
  override readonly name = 'AccessNotRecorded';
  readonly status = 503;
  constructor() {
    super('This cannot be shown now, since it cannot be recorded that it was; try again');
  }
}

/** It is not the moment to write to the customer; the message is the first instant at which it is, and nothing else. */
export class AskLater extends AppError {
  override readonly name = 'AskLater';
  readonly status = 409;
  constructor(at: string) {
    super(at);
  }
}
