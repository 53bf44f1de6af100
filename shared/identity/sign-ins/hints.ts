import { isIPv4, isIPv6 } from 'node:net';
import { networkOf } from '../../limits/index.ts';

/** The first that fits counts: most browsers name others too. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (list: [RegExp, string][], text: string): string | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/** `Firefox on Linux`, `curl`: enough for a person to know their own device again. Of a program its first word. */
export const deviceHint = (userAgent: string): string => {
  const browser = named(BROWSERS, userAgent);
  const system = named(SYSTEMS, userAgent);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? /^[A-Za-z][\w.-]{0,39}/.exec(userAgent)?.[0] ?? 'unknown';
};

/** `203.0.113.x`, `2001:db8:1:x`: the address of a sign-in without the part that tells who it was. */
export const networkHint = (sourceIp: string): string => {
  if (isIPv4(sourceIp)) return `${sourceIp.split('.').slice(0, 3).join('.')}.x`;
  if (isIPv6(sourceIp)) return `${networkOf(sourceIp).split(':').slice(0, 3).join(':')}:x`;
  return 'unknown';
};
