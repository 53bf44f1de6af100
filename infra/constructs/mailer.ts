import { Aws } from 'aws-cdk-lib';
import type { Settings } from '../settings/index.ts';
import type { ArtelFunction } from './artel-function.ts';

/** Allows a function to hand mails to the mailer. Without an address to send from, nobody may and nobody tries. */
export function grantMailer(fn: ArtelFunction, mailer: ArtelFunction, { mail }: Settings): void {
  if (!mail) return;
  fn.addEnvironment('mailerFunction', mailer.lambda.functionName).allow(
    ['lambda:InvokeFunction'],
    [mailer.lambda.functionArn],
  );
}

/** Allows the mailer to send from the one address, whether SES knows the address or its whole domain. */
export function grantSending(mailer: ArtelFunction, { mail }: Settings): void {
  if (!mail) return;
  const identities = [mail.from, mail.from.slice(mail.from.indexOf('@') + 1)];
  mailer.addEnvironment('mailFrom', mail.from).allow(
    ['ses:SendEmail'],
    identities.map((one) => `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${one}`),
  );
}
