import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEgress, EgressDenied, hostList } from '../../../shared/egress/index.ts';
import { fetchAllowing, type OutsideServer, resolveBy, startOutsideServer } from './server.ts';
import { NAMES, TRICKS } from './tricks.ts';

/* Requirements: AG5. */

/** Where connections were tried, whether or not this machine has a network. */
let attempts: string[] = [];
const onSocket = (message: unknown) => {
  const { socket } = message as { socket: Socket };
  socket.once('connectionAttempt', (address: string) => attempts.push(address));
};

beforeEach(() => {
  attempts = [];
  subscribe('net.client.socket', onSocket);
});
afterEach(() => {
  unsubscribe('net.client.socket', onSocket);
});

describe('addresses that are refused', () => {
  const guarded = fetchAllowing('', NAMES, 'artel.example');

  test('the list of refused addresses has at least forty entries', () => {
    expect(TRICKS.length).toBeGreaterThanOrEqual(40);
  });

  test.each(TRICKS)('%s is refused: %s', async (_what, url) => {
    await expect(guarded(url)).rejects.toThrow(EgressDenied);
    expect(attempts).toEqual([]);
  });

  describe('as the target of a redirect', () => {
    let server: OutsideServer;
    beforeAll(async () => {
      server = await startOutsideServer((request, response) => {
        const location = new URL(request.url ?? '', 'http://front.example').searchParams.get('to') ?? '';
        response.writeHead(302, { location: encodeURI(location) }).end();
      });
    });
    afterAll(() => server.stop());

    // What is no address is a path of the redirecting server.
    test.each(TRICKS.filter(([, url]) => url !== 'nonsense'))(
      '%s is not reached by a redirect: %s',
      async (what, location) => {
        const address = `http://front.example:${server.port}/?to=${encodeURIComponent(location)}`;
        const names = { ...NAMES, 'front.example': ['127.0.0.1'] };
        const front = fetchAllowing(`front.example:${server.port}`, names, 'artel.example');
        const before = server.seen.length;
        // Only a look-up would tell; nothing is looked up for a redirect that is not followed.
        const byName = /^a (public name of|name with) /.test(what);
        if (byName) expect(await front(address)).toMatchObject({ status: 302 });
        else await expect(front(address)).rejects.toThrow(EgressDenied);
        expect({ attempts, seen: server.seen.length - before }).toEqual({ attempts: ['127.0.0.1'], seen: 1 });
      },
    );
  });

  test.each(['Host', 'Transfer-Encoding', 'Content-Length', 'Connection', 'Proxy-Authorization', 'Upgrade'])(
    'the header %s cannot be set',
    async (name) => {
      await expect(guarded('https://public.example/', { headers: { [name]: 'x' } })).rejects.toThrow(EgressDenied);
    },
  );
});

describe('a name that changes its mind', () => {
  test('a changing name is looked up once a request: the checked address is the one connected to', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    let lookups = 0;
    const policy = { allowed: hostList(), own: hostList() };
    const guarded = createEgress(policy, async () => {
      lookups += 1;
      return [{ address: answers[lookups - 1] ?? '127.0.0.1', family: 4 }];
    });
    const given = new AbortController();
    const attempted = new Promise<void>((resolve) => {
      const onAttempt = (message: unknown) => {
        (message as { socket: Socket }).socket.once('connectionAttempt', () => {
          unsubscribe('net.client.socket', onAttempt);
          resolve();
        });
      };
      subscribe('net.client.socket', onAttempt);
    });
    const first = guarded('https://rebinding.example/', { signal: given.signal }).catch((error: unknown) => error);
    await attempted;
    given.abort(new Error('enough'));
    expect(await first).toBeInstanceOf(Error);
    expect({ lookups, attempts }).toEqual({ lookups: 1, attempts: ['93.184.216.34'] });

    await expect(guarded('https://rebinding.example/')).rejects.toThrow('This address is not public.');
    expect({ lookups, attempts }).toEqual({ lookups: 2, attempts: ['93.184.216.34'] });
  });
});

describe("the operator's list of hosts", () => {
  let server: OutsideServer;
  beforeEach(async () => {
    server = await startOutsideServer((_request, response) => response.end('hello'));
  });
  afterEach(() => server.stop());

  test('the operator’s list of hosts allows a local server, at its port only', async () => {
    const guarded = fetchAllowing(`127.0.0.1:${server.port}`);
    expect(await (await guarded(`http://127.0.0.1:${server.port}/`)).text()).toBe('hello');
    await expect(guarded(`http://127.0.0.1:${server.port + 1}/`)).rejects.toThrow(EgressDenied);
  });

  test('the operator’s list of hosts does not allow this service itself', async () => {
    const host = `127.0.0.1:${server.port}`;
    await expect(fetchAllowing(host, {}, host)(`http://${host}/my`)).rejects.toThrow(/itself/);
    expect(server.seen).toEqual([]);
  });

  test('a malformed list of hosts stops the function, not the check', () => {
    expect(() => hostList('http://example.com')).toThrow(/neither a host/);
    expect(() => hostList('example.com/path')).toThrow(/neither a host/);
  });

  test('a name that cannot be resolved is reported as such', async () => {
    const guarded = createEgress({ allowed: hostList(), own: hostList() }, resolveBy({}));
    await expect(guarded('https://nowhere.example/')).rejects.toThrow('The name nowhere.example cannot be resolved.');
  });
});
