import { AppError } from '../shared/errors.ts';

export class MailNotFound extends AppError {
  override readonly name = 'MailNotFound';
  readonly status = 404;
  constructor(mailId: string) {
    super(`There is no mail ${mailId} of this case`);
  }
}

/** Whether it was sent is known, or somebody was faster, or it is none that goes out again. */
export class MailNotToResend extends AppError {
  override readonly name = 'MailNotToResend';
  readonly status = 409;
  override readonly details: { state: string };
  constructor(mailId: string, state: string) {
    super(`Mail ${mailId} is not sent again: only a letter to the customer is whose outcome is unknown`);
    this.details = { state };
  }
}
