import type { SteppingClock } from './clock.ts';

export type Mail = {
  mailId: string;
  letter: string;
  to: string;
  subject: string;
  text: string;
  at: number;
  configurationSet: string;
};
type Sent = {
  ConfigurationSetName: string;
  Destination: { ToAddresses: string[] };
  EmailTags: { Name: string; Value: string }[];
  Content: { Simple: { Subject: { Data: string }; Body: { Text: { Data: string } } } };
};

/** SES: takes every mail there is, and tells who wants to know. */
export class PostOffice {
  readonly mails: Mail[] = [];
  readonly #clock: SteppingClock;
  readonly #taken: (mail: Mail) => void;

  constructor(clock: SteppingClock, taken: (mail: Mail) => void) {
    this.#clock = clock;
    this.#taken = taken;
  }

  take(input: object): object {
    const { ConfigurationSetName, Destination, EmailTags, Content } = input as Sent;
    const tag = (name: string) => EmailTags.find(({ Name }) => Name === name)?.Value ?? '';
    const mail = {
      mailId: tag('mail'),
      letter: tag('letter'),
      to: Destination.ToAddresses[0] ?? '',
      subject: Content.Simple.Subject.Data,
      text: Content.Simple.Body.Text.Data,
      at: this.#clock.now(),
      configurationSet: ConfigurationSetName,
    };
    this.mails.push(mail);
    this.#taken(mail);
    return {};
  }
}
