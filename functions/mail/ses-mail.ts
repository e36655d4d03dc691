import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { LetterKind } from './mail.ts';
import type { MailWords } from './words/render-message.ts';

export type SesSettings = { from: string; configurationSet: string };
/** What SES reports of a mail is told apart by these. */
export type Stamp = { mailId: string; letter: LetterKind };
export type Post = ReturnType<typeof sesMail>;

/** The mail was refused before it was sent; trying again sends no second one. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

export const sesMail = (client: Pick<SESv2Client, 'send'>, { from, configurationSet }: SesSettings) => ({
  /** @throws MailRefused when it was certainly not sent; after any other error it may have been */
  async send({ mailId, letter }: Stamp, to: string, { subject, text, html, unsubscribe }: MailWords): Promise<void> {
    const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: configurationSet,
          EmailTags: [
            { Name: 'mail', Value: mailId },
            { Name: 'letter', Value: letter },
          ],
          Content: {
            Simple: {
              Subject: part(subject),
              Body: { Text: part(text), Html: part(html) },
              // RFC 3834: no out-of-office replies, no loops.
              Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }, ...oneClick(unsubscribe)],
            },
          },
        }),
      );
    } catch (error) {
      if (error instanceof SESv2ServiceException && error.$fault === 'client') {
        throw new MailRefused(`SES refused mail ${mailId}: ${error.name}`, { cause: error });
      }
      throw error;
    }
  },
});

/** RFC 8058: the mail program offers a button of its own, and sends what it takes. */
const oneClick = (url: string | undefined) =>
  url
    ? [
        { Name: 'List-Unsubscribe', Value: `<${url}>` },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ]
    : [];
