import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2 } from '@aws-sdk/client-sesv2';
import { expect, onTestFinished, test } from 'vitest';
import { Authorizer } from '../../../../../../infra/local/services/iam/authorizer.ts';
import { startServices } from '../../../../../../infra/local/services/protocol/server.ts';
import { Outbox } from '../../../../../../infra/local/services/ses/outbox.ts';
import { mailService } from '../../../../../../infra/local/services/ses/service.ts';

/* Requirements: ID13. */

const IDENTITY = 'arn:aws:ses:us-east-1:000000000000:identity';

/** SES for somebody who may send from these identities. */
const started = async (identities: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'artel-mails-'));
  const outbox = new Outbox(folder);
  const principal = {
    accessKeyId: 'AKIDMAILER',
    secretAccessKey: 'mailer',
    roleName: 'mailer',
    roleArn: 'arn:aws:iam::000000000000:role/mailer',
    statements: [
      {
        effect: 'Allow' as const,
        actions: ['ses:SendEmail'],
        resources: identities.map((one) => `${IDENTITY}/${one}`),
      },
    ],
  };
  const services = await startServices({
    services: { ses: mailService(outbox, new Authorizer([principal])) },
    onCall: () => undefined,
    log: () => undefined,
  });
  const client = new SESv2({ endpoint: services.url, region: 'us-east-1', credentials: principal, maxAttempts: 1 });
  onTestFinished(async () => {
    client.destroy();
    await services.stop();
    rmSync(folder, { recursive: true });
  });
  const send = (from: string) =>
    client.sendEmail({
      FromEmailAddress: from,
      Destination: { ToAddresses: ['alice@example.org'] },
      Content: { Simple: { Subject: { Data: 'Grüße' }, Body: { Text: { Data: 'Hello\n' } } } },
    });
  return { folder, outbox, send };
};

test.each([['hello@example.com'], ['example.com']])(
  'a mail from an address is a file, where its role names %s',
  async (one) => {
    const { folder, outbox, send } = await started([one]);
    expect((await send('hello@example.com')).MessageId).toMatch(/^\d{4}-/);
    expect(outbox.mails).toEqual([
      { from: 'hello@example.com', to: ['alice@example.org'], subject: 'Grüße', text: 'Hello\n' },
    ]);
    const [file] = readdirSync(folder);
    expect(readFileSync(join(folder, file ?? ''), 'utf8')).toBe(
      'From: hello@example.com\nTo: alice@example.org\nSubject: Grüße\n\nHello\n',
    );
  },
);

test('a mail from an address that the role does not name is refused', async () => {
  const { outbox, send } = await started(['other@example.com', 'example.org']);
  await expect(send('hello@example.com')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(outbox.mails).toEqual([]);
});
