import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ENV } from '../../shared/core/environment.ts';
import type { Mail } from '../../shared/platform/mail.ts';

export type Mailbox = {
  /** What was handed over, the newest last; `null` where there was nobody to mail to. */
  handedOver: (Mail | null)[];
  /** The token in the newest mail to an address. */
  tokenFor(address: string): string;
  subjectsTo(address: string): string[];
  /** Whether mails are taken; otherwise the hand-over fails. */
  open: boolean;
  stop(): Promise<void>;
};

/** Takes mails in the place of the function that sends them, as Lambda's `Invoke` does. Sets this process's environment. */
export const startMailbox = async (): Promise<Mailbox> => {
  const handedOver: (Mail | null)[] = [];
  const box = { open: true };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (!box.open) return void response.writeHead(400).end('{"message":"closed"}');
    handedOver.push(JSON.parse(Buffer.concat(chunks).toString()) as Mail | null);
    response.writeHead(202).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL_LAMBDA = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env[ENV.mailerFunction] = 'mailer';
  process.env[ENV.linkPage] = 'https://artel.test/auth/link';
  const mailsTo = (address: string) => handedOver.filter((mail): mail is Mail => mail?.to === address);
  return Object.assign(box, {
    handedOver,
    tokenFor: (address: string) => tokenIn(mailsTo(address).at(-1)?.text ?? ''),
    subjectsTo: (address: string) => mailsTo(address).map(({ subject }) => subject),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
};

/** What stands behind the kind in the link of a mail. */
export const tokenIn = (text: string): string => {
  const token = /#\w+=([\w.-]+)$/m.exec(text)?.[1];
  if (token === undefined) throw new Error('There is no link in the mail.');
  return token;
};
