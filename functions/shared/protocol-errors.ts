import { entityTag } from './entity-tag.ts';
import { AppError } from './errors.ts';

// What is refused because of how it was asked, not because of what.

/** The client decided on another version than the one that is there. */
export class CaseHasChanged extends AppError {
  override readonly name = 'CaseHasChanged';
  readonly status = 412;
  override readonly details: { etag: string };
  override readonly headers: { etag: string };
  constructor(caseId: string, version: number) {
    super(`Case ${caseId} has changed since you looked at it; look again`);
    this.details = { etag: entityTag(version) };
    this.headers = this.details;
  }
}

export class BodyTooLarge extends AppError {
  override readonly name = 'BodyTooLarge';
  readonly status = 413;
  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes`);
  }
}

export class UnsupportedMediaType extends AppError {
  override readonly name = 'UnsupportedMediaType';
  readonly status = 415;
  constructor() {
    super('The body must be application/json');
  }
}

export class TooManyRequests extends AppError {
  override readonly name = 'TooManyRequests';
  readonly status = 429;
  override readonly headers: { 'retry-after': string };
  constructor(seconds: number) {
    super(`Too many requests; try again in ${seconds} s`);
    this.headers = { 'retry-after': String(seconds) };
  }
}
