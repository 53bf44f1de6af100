import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attribute = { S?: string };
type Named = Record<string, Attribute>;
type Writing = { Key?: Named; Item?: Named };
type Body = Writing & {
  RequestItems?: Record<string, { Keys?: Named[] } | { PutRequest?: Writing; DeleteRequest?: Writing }[]>;
  TransactItems?: { Put?: Writing; Update?: Writing; Delete?: Writing }[];
};

/** One item that was read or written, by its key. */
export type Touched = { pk: string; sk: string; isWritten: boolean };

export type SeenTable = { url: string; leadTo(table: string): void; stop(): Promise<void> };

/** Stands between the functions and the table, and tells of every item whose key a call names. Queries name none. */
export const seeTable = async (tell: (touched: Touched) => void): Promise<SeenTable> => {
  const agent = new Agent({ keepAlive: true });
  let target = '';
  const server = createServer({ keepAliveTimeout: 60_000 }, async (from, to) => {
    const chunks: Buffer[] = [];
    for await (const chunk of from) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    for (const touched of touchedBy(from, body)) tell(touched);
    const onward = request(target, { method: 'POST', headers: from.headers, agent }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy()).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (table) => {
      target = table;
    },
    stop: async () => {
      agent.destroy();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const touchedBy = ({ headers }: IncomingMessage, body: Buffer): Touched[] => {
  const action = String(headers['x-amz-target']).split('.')[1] ?? '';
  const asked = JSON.parse(body.toString()) as Body;
  const one = (isWritten: boolean) => (of: Writing | undefined) => touchedOf(of?.Key ?? of?.Item, isWritten);
  if (action === 'GetItem') return one(false)(asked);
  if (['PutItem', 'UpdateItem', 'DeleteItem'].includes(action)) return one(true)(asked);
  if (action === 'TransactWriteItems')
    return (asked.TransactItems ?? []).flatMap((item) => one(true)(item.Put ?? item.Update ?? item.Delete));
  return Object.values(asked.RequestItems ?? {}).flatMap((items) =>
    Array.isArray(items)
      ? items.flatMap((item) => one(true)(item.PutRequest ?? item.DeleteRequest))
      : (items.Keys ?? []).flatMap((key) => touchedOf(key, false)),
  );
};

const touchedOf = (named: Named | undefined, isWritten: boolean): Touched[] =>
  named?.pk?.S !== undefined && named.sk?.S !== undefined ? [{ pk: named.pk.S, sk: named.sk.S, isWritten }] : [];
