import { AppError } from '../shared/errors.ts';

export class CustomerNotFound extends AppError {
  override readonly name = 'CustomerNotFound';
  readonly status = 404;
  constructor(customerId: string) {
    super(`Nothing is known of ${customerId}`);
  }
}

export class CustomerChangedMeanwhile extends AppError {
  override readonly name = 'CustomerChangedMeanwhile';
  readonly status = 409;
  constructor(customerId: string) {
    super(`The record of ${customerId} is being changed by others; try again`);
  }
}

/** What a court or an authority may ask for stays until somebody lifts the hold. */
export class UnderLegalHold extends AppError {
  override readonly name = 'UnderLegalHold';
  readonly status = 409;
  override readonly details: { reason: string };
  constructor(customerId: string, reason: string) {
    super(`The data of ${customerId} is under legal hold and must not be erased`);
    this.details = { reason };
  }
}

/** Whoever is waiting for something has to be told how it ends. */
export class CustomerHasOpenCases extends AppError {
  override readonly name = 'CustomerHasOpenCases';
  readonly status = 409;
  override readonly details: { cases: string[] };
  constructor(customerId: string, cases: string[]) {
    super(`The data of ${customerId} is needed for cases that are open`);
    this.details = { cases };
  }
}

export class ErasurePending extends AppError {
  override readonly name = 'ErasurePending';
  readonly status = 409;
  override readonly details: { erasureId: string; by: string };
  constructor(erasureId: string, by: string) {
    super(`The same was asked for by ${by} with erasure ${erasureId}`);
    this.details = { erasureId, by };
  }
}

export class ErasureNotFound extends AppError {
  override readonly name = 'ErasureNotFound';
  readonly status = 404;
  constructor(customerId: string) {
    super(`Nobody has asked for the erasure of ${customerId}`);
  }
}

/** What has been agreed on by two people is done; a hold comes too late for it. */
export class ErasureUnderWay extends AppError {
  override readonly name = 'ErasureUnderWay';
  readonly status = 409;
  constructor(erasureId: string) {
    super(`Erasure ${erasureId} is approved and under way`);
  }
}

export class CustomerErased extends AppError {
  override readonly name = 'CustomerErased';
  readonly status = 409;
  constructor(customerId: string) {
    super(`${customerId} was erased; whoever comes back gets an id of their own`);
  }
}
