import { z } from 'zod';
import { arn } from '../../template/account.ts';
import { AccessDenied, type Authorizer } from '../iam/authorizer.ts';
import type { Service, ServiceReply, ServiceRequest } from '../protocol/service.ts';
import type { Outbox } from './outbox.ts';

/** The part of `SendEmail` that is played here: a plain text from one address. */
const sendEmail = z.strictObject({
  FromEmailAddress: z.string().min(3),
  Destination: z.strictObject({ ToAddresses: z.array(z.string().min(3)).min(1).max(50) }),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: z.strictObject({ Data: z.string(), Charset: z.string().optional() }),
      Body: z.strictObject({ Text: z.strictObject({ Data: z.string(), Charset: z.string().optional() }) }),
      Headers: z
        .array(z.strictObject({ Name: z.string().min(1).max(126), Value: z.string().max(870) }))
        .max(15)
        .default([]),
    }),
  }),
});

/** SES's HTTP API, version 2: `SendEmail` of a plain text, which ends in the outbox. */
export function mailService(outbox: Outbox, authorizer: Authorizer): Service {
  return async (request) => {
    if (request.method !== 'POST' || request.url.pathname !== '/v2/email/outbound-emails') {
      return { operation: 'Unknown', ...refusal(501, 'NotImplemented', `${request.method} ${request.url.pathname}`) };
    }
    return { operation: 'SendEmail', ...send(request, outbox, authorizer) };
  };
}

function send({ accessKey, body }: ServiceRequest, outbox: Outbox, authorizer: Authorizer): ServiceReply {
  const input = sendEmail.safeParse(JSON.parse(body.toString()));
  if (!input.success) return refusal(400, 'BadRequestException', z.prettifyError(input.error));
  const { FromEmailAddress: from, Destination, Content } = input.data;
  const denied = deniedFor(from, accessKey, authorizer);
  if (denied) return refusal(403, 'AccessDeniedException', denied.message);
  const { Subject, Body, Headers } = Content.Simple;
  const headers = Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value]));
  const mail = {
    from,
    to: Destination.ToAddresses,
    subject: Subject.Data,
    text: Body.Text.Data,
    ...(Headers.length > 0 && { headers }),
  };
  const MessageId = outbox.add(mail, Date.now());
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ MessageId }) };
}

/** SES looks for a verified address first, then for its domain: a right to either is enough. */
function deniedFor(from: string, accessKey: string | undefined, authorizer: Authorizer): AccessDenied | undefined {
  let denied: AccessDenied | undefined;
  for (const identity of [from, from.slice(from.indexOf('@') + 1)]) {
    try {
      authorizer.authorize(accessKey, { action: 'ses:SendEmail', resource: arn('ses', `identity/${identity}`) });
      return undefined;
    } catch (error) {
      if (!(error instanceof AccessDenied)) throw error;
      denied = error;
    }
  }
  return denied;
}

function refusal(status: number, code: string, message: string): ServiceReply {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
  return { status, headers, body: JSON.stringify({ message }) };
}
