import { command, ServiceError, serviceClient, type Thrown } from './service.ts';

export const SendEmailCommand = command('SendEmail');

/** What SES itself answered; an error of the network is none of these. */
export class SESv2ServiceException extends ServiceError {}

class FromSes extends ServiceError {
  constructor(thrown: Thrown) {
    super(thrown);
    if (thrown.fault) Object.setPrototypeOf(this, SESv2ServiceException.prototype);
  }
}
export class SESv2Client extends serviceClient('ses', {}, FromSes) {}
