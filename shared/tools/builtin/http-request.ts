import * as z from 'zod';
import type { Destination } from '../tool.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export const MAX_ADDRESS_LENGTH = 4_096;

type Asked = { method: string; headers: Record<string, string> };

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';
/** Headers by which many servers take a request for one of another method. */
const OVERRIDE = /^x-(http-)?method(-override)?$/i;
const overrides = ({ headers }: Asked): boolean => Object.keys(headers).some((name) => OVERRIDE.test(name));
export const onlyReads = (asked: Asked): boolean => reads(asked.method) && !overrides(asked);
/** By definition of the methods, RFC 9110, 9.2.2. A server that honours Idempotency-Key is not known to do so. */
export const mayRepeat = (asked: Asked): boolean =>
  asked.method !== 'POST' && asked.method !== 'PATCH' && !overrides(asked);

/** The arguments of `http_fetch`. */
export const httpRequestSchema = z
  .strictObject({
    url: z.string().max(MAX_ADDRESS_LENGTH).describe('An https address of the public Internet'),
    method: z.enum(METHODS).default('GET'),
    headers: z.record(z.string().max(64), z.string().max(4_096)).default({}),
    body: z.string().max(262_144).optional(),
  })
  .refine(({ method, body }) => body === undefined || !reads(method), {
    path: ['body'],
    message: 'GET and HEAD have no body.',
  });
type HttpRequest = z.infer<typeof httpRequestSchema>;

/** `URL` spells a host without the port that belongs to its scheme, so the scheme tells origins of one host apart. */
const originOf = (text: string): Pick<Destination, 'host' | 'scheme'> => {
  const url = URL.parse(text);
  if (!url) return {};
  return { host: url.host, ...(url.protocol !== 'https:' && { scheme: url.protocol.slice(0, -1) }) };
};

export const httpJudgement = {
  risk: (asked: HttpRequest) => (onlyReads(asked) ? 'medium' : 'high'),
  repeat: (asked: HttpRequest) => (mayRepeat(asked) ? 'safe' : 'unknown'),
  destination: ({ url, method }: HttpRequest) => ({ ...originOf(url), method }),
} as const;
