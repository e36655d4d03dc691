import { AppError } from '../shared/errors.ts';

/** A case has one parent at most, and no parent is a child itself. */
export class CaseIsLinked extends AppError {
  override readonly name = 'CaseIsLinked';
  readonly status = 409;
  override readonly details: { caseId: string; as: string };
  constructor(caseId: string, { caseId: other, as }: { caseId: string; as: string }) {
    super(`Case ${caseId} is ${as} of case ${other} already`);
    this.details = { caseId: other, as };
  }
}

/** Others hang on it, and would hang on nothing. */
export class CaseHasOthers extends AppError {
  override readonly name = 'CaseHasOthers';
  readonly status = 409;
  override readonly details: { cases: string[] };
  constructor(caseId: string, cases: string[]) {
    super(`Case ${caseId} has others that hang on it: ${cases.join(', ')}`);
    this.details = { cases };
  }
}

/** What is in danger is frozen first: whoever merged the case now would end the run that does it. */
export class FreezeNotEnded extends AppError {
  override readonly name = 'FreezeNotEnded';
  readonly status = 409;
  constructor(caseId: string) {
    super(`Case ${caseId} is still freezing accounts and cards; try again when it has`);
  }
}
