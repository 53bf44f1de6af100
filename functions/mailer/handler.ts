import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';
import { type Mail, sendMail } from '../../shared/platform/mail.ts';

const mailSchema: z.ZodType<Mail | null> = z
  .strictObject({
    to: z.string().min(3),
    subject: z.string().min(1),
    text: z.string().min(1),
    unsubscribe: z.url().optional(),
  })
  .nullable();

/** Sends one mail; what fails, Lambda tries twice more. Nothing is sent for an account that does not exist. */
export const handler = async (event: unknown, context: Context): Promise<void> => {
  const mail = mailSchema.parse(event);
  await beginInvocation({ invocation_id: context.awsRequestId }, async () => {
    if (!mail) return;
    await sendMail(mail);
    log.info('mail sent');
  });
};
