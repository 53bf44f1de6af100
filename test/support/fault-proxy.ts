import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { actionOf, refusalOf } from './fault-actions.ts';

/** One request of a function to something outside it, numbered from 1 since the last `begin`. */
export type Call = { number: number; door: string; action: string };

/**
 * What becomes of a call. `kill before`: the caller dies and the call is never made. `kill after`: it is made, and the
 * caller dies before it hears. `refuse`: a 500 of the right shape, nothing done. `lose reply`: done, and the line breaks.
 * `drop`: the line breaks, nothing done. `hang`: nothing done, and no answer until the caller gives up. `answer`: nothing
 * done, and a 200 that says this instead. `lateMs`: the line breaks at once, and the call is made so much later.
 */
export type CallFault =
  | 'kill before'
  | 'kill after'
  | 'refuse'
  | 'lose reply'
  | 'drop'
  | 'hang'
  | { delayMs: number }
  | { answer: string }
  | { lateMs: number };

export type Plan = (call: Call) => CallFault | undefined;

/** A door's address is known before its target: functions are told where to call before what they call is up. */
export type FaultProxy = {
  addressOf(door: string): string;
  lead(targets: Record<string, string>): void;
  /** Forgets the calls so far and begins to count anew. */
  begin(plan: Plan): void;
  readonly calls: Call[];
  /** Whether calls or kills are under way now. */
  readonly busy: boolean;
  stop(): Promise<void>;
};

type Door = { server: Server; address: string; target: URL | undefined };

/** Stands between a function and everything it calls. `kill` ends the function at once. */
export const startFaultProxy = async (names: string[], kill: () => Promise<void>): Promise<FaultProxy> => {
  const agent = new Agent({ keepAlive: true });
  const doors = new Map<string, Door>();
  let calls: Call[] = [];
  let plan: Plan = () => undefined;
  let open = 0;

  const pass = async (name: string, door: Door, from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const body = await readAll(from);
    const call = { number: calls.length + 1, door: name, action: actionOf(name, from, body) };
    calls.push(call);
    const fault = plan(call);
    if (fault === 'kill before') return killing(to);
    if (fault === 'refuse') {
      const { status, type, text } = refusalOf(name);
      to.writeHead(status, { 'content-type': type }).end(text);
      return;
    }
    if (fault === 'drop') return void to.destroy();
    if (fault === 'hang') return void (await once(to, 'close'));
    if (typeof fault === 'object' && 'answer' in fault) return void to.writeHead(200).end(fault.answer);
    const isLate = typeof fault === 'object' && 'lateMs' in fault;
    if (isLate) to.destroy();
    if (typeof fault === 'object') await after('lateMs' in fault ? fault.lateMs : fault.delayMs);
    if (!door.target) throw new Error(`The door ${name} leads nowhere yet.`);
    const answer = await forward(door.target, from, body, agent);
    if (fault === undefined || (typeof fault === 'object' && !isLate)) {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      for await (const chunk of answer) to.write(chunk);
      to.end();
      return;
    }
    await readAll(answer);
    if (fault === 'kill after') await killing(to);
    else to.destroy();
  };
  const killing = async (to: ServerResponse): Promise<void> => {
    await kill();
    to.destroy();
  };
  const tracked = async (name: string, door: Door, from: IncomingMessage, to: ServerResponse): Promise<void> => {
    open += 1;
    try {
      await pass(name, door, from, to);
    } catch {
      // The caller died, or the target did: either way the line is broken, which is what the other side sees.
      to.destroy();
    } finally {
      open -= 1;
    }
  };

  for (const name of names) {
    const server = createServer({ keepAliveTimeout: 60_000 }, (from, to) => void tracked(name, door, from, to));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const door: Door = { server, address: `http://127.0.0.1:${port}`, target: undefined };
    doors.set(name, door);
  }
  const doorOf = (name: string): Door => {
    const door = doors.get(name);
    if (!door) throw new Error(`There is no door ${name}.`);
    return door;
  };
  return {
    addressOf: (name) => doorOf(name).address,
    lead: (targets) => {
      for (const [name, target] of Object.entries(targets)) doorOf(name).target = new URL(target);
    },
    begin: (next) => {
      calls = [];
      plan = next;
    },
    get calls() {
      return calls;
    },
    get busy() {
      return open > 0;
    },
    stop: async () => {
      agent.destroy();
      const closed = [...doors.values()].map(({ server }) => {
        const end = once(server, 'close');
        server.close();
        server.closeAllConnections();
        return end;
      });
      await Promise.all(closed);
    },
  };
};

const forward = async (target: URL, from: IncomingMessage, body: Buffer, agent: Agent): Promise<IncomingMessage> => {
  const headers = { ...from.headers, host: target.host, 'content-length': String(body.length) };
  delete (headers as Record<string, unknown>)['transfer-encoding'];
  const to = request({ host: target.hostname, port: target.port, method: from.method, path: from.url, headers, agent });
  to.end(body);
  const [answer] = (await once(to, 'response')) as [IncomingMessage];
  return answer;
};

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
};
