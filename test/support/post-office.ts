import { type SESv2Client, SESv2ServiceException, type SendEmailCommand } from '@aws-sdk/client-sesv2';

export type Posted = { mailId: string; to: string; subject: string; text: string };

/** Stands in for the SES API: records what it took. */
export function postOffice() {
  const posted: Posted[] = [];
  const waiting: (() => unknown)[] = [];

  const send = async ({ input }: SendEmailCommand): Promise<unknown> => {
    await waiting.shift()?.();
    posted.push({
      mailId: input.EmailTags?.[0]?.Value ?? '',
      to: input.Destination?.ToAddresses?.[0] ?? '',
      subject: input.Content?.Simple?.Subject?.Data ?? '',
      text: input.Content?.Simple?.Body?.Text?.Data ?? '',
    });
    return {};
  };

  return {
    client: { send } as unknown as Pick<SESv2Client, 'send'>,
    posted,
    /** SES answers the next mail with a refusal, after what happens meanwhile. */
    refuseNext: (meanwhile?: () => Promise<unknown>) =>
      waiting.push(async () => {
        await meanwhile?.();
        const said = { message: 'Maximum sending rate exceeded', $metadata: {} };
        throw new SESv2ServiceException({ name: 'TooManyRequestsException', $fault: 'client', ...said });
      }),
    /** SES gives no answer to the next mail, and did not take it. */
    vanishNext: () =>
      waiting.push(() => {
        throw new Error('socket hang up');
      }),
  };
}
