import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A race that was lost or won: what the held side came to, and the conditions that refused its held write. */
export type Race<T> = { result: PromiseSettledResult<T>; refused: string[] };

export type HeldWrites = {
  /**
   * Runs `act`, holds its first write that carries `condition`, does `meanwhile` to its end, and lets the write go on.
   * Fails when no such write comes: the condition is not in the code any more.
   */
  race<T>(condition: string, act: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<Race<T>>;
  /** Runs `act`; its first write with `condition` is done, but the line breaks before the reply. */
  loseReply<T>(condition: string, act: () => Promise<T>): Promise<T>;
  /** Every write waits as long as this says, in milliseconds, before it goes on. */
  delay: () => number;
  stop(): Promise<void>;
};

type Write = { ConditionExpression?: string };
type Order = Write & { TransactItems?: Record<string, Write>[] };
type Hold = {
  condition: string;
  arrived: () => void;
  go: Promise<void>;
  answered: (refused: string[]) => void;
  replies: boolean;
};

const conditionsOf = (order: Order): string[] =>
  order.TransactItems
    ? order.TransactItems.map((item) => Object.values(item)[0]?.ConditionExpression ?? '')
    : [order.ConditionExpression ?? ''];

/** The conditions of a write that DynamoDB names as failed in its answer. */
const refusedBy = (order: Order, status: number, body: string): string[] => {
  if (status === 200) return [];
  const { CancellationReasons, __type } = JSON.parse(body) as {
    CancellationReasons?: { Code: string }[];
    __type: string;
  };
  const conditions = conditionsOf(order);
  if (!CancellationReasons) return __type.endsWith('ConditionalCheckFailedException') ? conditions : [];
  return conditions.filter((_, place) => CancellationReasons[place]?.Code === 'ConditionalCheckFailed');
};

/** Stands in front of DynamoDB, so that a test gets between the read and the write of the code it tests. */
export const startHeldWrites = async (target: string): Promise<HeldWrites> => {
  let hold: Hold | undefined;
  const held = { delay: (): number => 0 };

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isWrite = /\.(TransactWriteItems|UpdateItem|PutItem|DeleteItem)$/.test(
      String(request.headers['x-amz-target']),
    );
    const order = JSON.parse(body.toString()) as Order;
    const mine =
      isWrite && hold && conditionsOf(order).some((one) => one.includes(hold?.condition ?? '')) ? hold : undefined;
    if (mine) {
      hold = undefined;
      mine.arrived();
      await mine.go;
    } else if (isWrite && held.delay() > 0) {
      const wait = held.delay();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name) ? [[name, value]] : [],
    ) as [string, string][];
    const answer = await fetch(target, { method: 'POST', headers, body });
    const text = await answer.text();
    mine?.answered(refusedBy(order, answer.status, text));
    if (mine && !mine.replies) return void response.destroy();
    const crc = answer.headers.get('x-amz-crc32');
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      ...(crc !== null && { 'x-amz-crc32': crc }),
    });
    response.end(text);
  };

  const server = createServer((request, response) => {
    pass(request, response).catch((error: Error) => response.destroy(error));
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const holding = (condition: string, replies: boolean) => {
    const arrived = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<string[]>();
    hold = { condition, arrived: arrived.resolve, go: go.promise, answered: answered.resolve, replies };
    return { arrived: arrived.promise, letGo: go.resolve, answered: answered.promise };
  };
  const neverCame = (condition: string) => async (): Promise<never> => {
    hold = undefined;
    throw new Error(`No write with the condition "${condition}" came.`);
  };

  return Object.assign(held, {
    async race<T>(condition: string, act: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<Race<T>> {
      const one = holding(condition, true);
      const acting = act();
      const settled = Promise.allSettled([acting]);
      await Promise.race([
        one.arrived,
        settled.then(async ([end]) => {
          if (end.status === 'rejected') throw end.reason;
          return neverCame(condition)();
        }),
      ]);
      await meanwhile();
      one.letGo();
      const [refused, [result]] = await Promise.all([one.answered, settled]);
      return { result, refused };
    },
    async loseReply<T>(condition: string, act: () => Promise<T>): Promise<T> {
      const one = holding(condition, false);
      one.letGo();
      const acting = act();
      await Promise.race([one.arrived, acting.then(neverCame(condition))]);
      return acting;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
};
