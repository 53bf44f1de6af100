import { optional, required } from './configuration.ts';
import { invokeMailer } from './functions.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** A plain text to one address. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Where one click ends mails of this kind (RFC 8058). */
  unsubscribe?: string;
};

/** Whether this deployment has an address to send mails from. */
export const sendsMail = (): boolean => optional('mailerFunction') !== undefined;

/**
 * Hands a mail to the function that sends it, without waiting: it is tried again there, and how long sending takes tells
 * nobody anything. Without a mail the same is done and none is sent.
 */
export const handOver = (mail: Mail | undefined): Promise<void> => invokeMailer(mail ?? null);

const ses = once(async () => {
  const library = await import('@aws-sdk/client-sesv2');
  return { ...library, client: new library.SESv2Client(CLIENT_TIMEOUTS) };
});

/** Sends a mail through SES. Needs `ses:SendEmail` for the address it comes from. */
export const sendMail = async ({ to, subject, text, unsubscribe }: Mail): Promise<void> => {
  const { client, SendEmailCommand } = await ses();
  await client.send(
    new SendEmailCommand({
      FromEmailAddress: required('mailFrom'),
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: text, Charset: 'UTF-8' } },
          ...(unsubscribe !== undefined && { Headers: oneClick(unsubscribe) }),
        },
      },
    }),
  );
};

/** Mail programs show a button of their own for these (RFC 2369 and 8058). */
const oneClick = (link: string) => [
  { Name: 'List-Unsubscribe', Value: `<${link}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
];
