import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../../shared/egress/index.ts';

const ipv4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const ipv6 = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
const text6 = (groups: number[]) => groups.map((group) => group.toString(16)).join(':');

/** The special-purpose registries of IANA, written down here once more, independently of any library. */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const NOT_PUBLIC_6 = [
  '::/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/3',
  '6000::/3',
  '8000::/3',
  'a000::/3',
  'c000::/3',
  'e000::/4',
  'f000::/5',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** An address inside a range: the range's first bits, anything after. */
const inside = (cidr: string) => {
  const [base, bits] = ipaddr.parseCIDR(cidr);
  const first = base.toByteArray();
  return fc.array(fc.nat(255), { minLength: first.length, maxLength: first.length }).map((random) => {
    const bytes = first.map((byte, place) => {
      const mask = 0xff & (0xff << (8 - Math.min(8, Math.max(0, bits - place * 8))));
      return (byte & mask) | (random[place]! & ~mask & 0xff);
    });
    return ipaddr.fromByteArray(bytes).toString();
  });
};

describe('which addresses are public', () => {
  test.each([...NOT_PUBLIC_4, ...NOT_PUBLIC_6])('no address in %s is public', (cidr) => {
    fc.assert(fc.property(inside(cidr), (address) => !isPublicAddress(address)));
  });

  test.each([
    '93.184.216.34',
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::8a',
  ])('%s is a public address', (address) => expect(isPublicAddress(address)).toBe(true));

  test('no IPv4 address is public inside IPv6', () => {
    fc.assert(
      fc.property(ipv4, fc.constantFrom('::ffff:', '::', '64:ff9b::'), (parts, before) => {
        expect(isPublicAddress(before + parts.join('.'))).toBe(false);
      }),
    );
  });

  test('a public IPv4 address is in no special range, a public IPv6 address among those given out', () => {
    fc.assert(
      fc.property(ipv4, (parts) => {
        const address = ipaddr.IPv4.parse(parts.join('.'));
        const special = NOT_PUBLIC_4.some((cidr) => address.match(ipaddr.IPv4.parseCIDR(cidr)));
        expect(isPublicAddress(parts.join('.')) && special).toBe(false);
      }),
    );
    fc.assert(
      fc.property(ipv6, (groups) => {
        const given = (groups[0]! & 0xe000) === 0x2000;
        expect(isPublicAddress(text6(groups)) && !given).toBe(false);
      }),
    );
  });

  test('a text that is not an address in its one strict spelling is not public', () => {
    fc.assert(
      fc.property(fc.string(), (text) => fc.pre(!/^[\d.]+$|:/.test(text)) === undefined && !isPublicAddress(text)),
    );
    for (const text of ['0177.0.0.1', '0x8.8.8.8', '134744072', '8.8.8', '8.8.8.8 ', '[2606:4700::1111]', '']) {
      expect(isPublicAddress(text)).toBe(false);
    }
  });
});
