import { connect, type Socket } from 'node:net';
import { SECOND } from '../core/clock.ts';
import { optional } from '../platform/configuration.ts';
import { once } from '../platform/once.ts';
import { EgressUnreachable } from './errors.ts';
import { hostList, hostsOf } from './hosts.ts';
import { type Resolve, systemResolve, vettedAddresses } from './resolve.ts';
import type { EgressPolicy } from './target.ts';

/** A connection to a web server by name, for whoever speaks TLS with it himself. Throws an `EgressError`. */
export type EgressDial = (host: string, port: number) => Promise<Socket>;

const CONNECTED_WITHIN = 10 * SECOND;

/** Under the same rules as `fetch`: the name is resolved once, and its addresses are checked and then connected to. */
export const createDial =
  (policy: EgressPolicy, resolve: Resolve = systemResolve): EgressDial =>
  async (host, port) => {
    const url = URL.parse(`https://${host}:${port}/`);
    if (!url) throw new EgressUnreachable(`${host} is not a name of a server.`, { sent: false });
    const [first] = await vettedAddresses(url, policy, resolve);
    const socket = connect({ host: first?.address ?? '', port, timeout: CONNECTED_WITHIN });
    return new Promise((resolve, reject) => {
      const failed = (cause?: unknown): void => {
        socket.destroy();
        reject(new EgressUnreachable('The server cannot be reached.', { cause, sent: false }));
      };
      socket.once('error', failed);
      socket.once('timeout', failed);
      socket.once('connect', () => {
        socket.removeAllListeners('timeout').removeAllListeners('error').setTimeout(0);
        resolve(socket);
      });
    });
  };

const platformDial = once(() =>
  createDial({ allowed: hostList(optional('allowedHosts')), own: hostsOf(optional('ownAddresses')) }),
);

/** The same under the deployment's own lists of hosts. */
export const egressDial: EgressDial = (host, port) => platformDial()(host, port);
