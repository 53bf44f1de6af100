import { isIPv6 } from 'node:net';
import { sha256 } from '../core/digest.ts';

/**
 * The network a client belongs to, hashed for a key. An IPv6 client chooses its address among 2^64, so it counts by what its
 * provider gave it: the first half.
 */
export const networkHash = (sourceIp: string): string => sha256(`address:${networkOf(sourceIp)}`);

export const networkOf = (sourceIp: string): string => {
  if (!isIPv6(sourceIp)) return sourceIp;
  const [head = '', tail] = new URL(`http://[${sourceIp.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
};
