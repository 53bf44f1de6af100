import type { IncomingHttpHeaders } from 'node:http';
import type { Asked } from '../../../shared/previews/index.ts';
import { previewHeaders } from '../headers.ts';
import type { PreviewRequest } from '../request.ts';
import { cookiesIn, cookiesOut } from './cookies.ts';

/**
 * What is about one connection is not passed on to the next. Source: RFC 9110, section 7.6.1. What `Connection` names beside these is
 * taken out where it is read: by API Gateway on the way in, by the machine's agent on the way out.
 */
const OF_A_CONNECTION = [
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'content-length'],
];
/** Said by us, or by nobody: who asks a program could pretend to be its proxy, or whoever lets requests into its machine. */
const OURS =
  /^(host|cookie|via|forwarded|accept-encoding|x-forwarded-.*|x-real-ip|x-amzn?-.*|x-aws-.*|x-artel-.*|cloudfront-.*)$/;
/** Programs behind CGI and its successors take `X_Forwarded_For` for `X-Forwarded-For`. */
const meant = (name: string): string => name.replaceAll('_', '-');
/** A page has our script in it, with the version that it belongs to: what a browser has of it is never the same. */
const OF_A_COPY = ['if-none-match', 'if-modified-since', 'range', 'if-range'];

/** Whether a browser asks for a page, and not for what a page needs. */
export const wantsPage = ({ method, headers }: PreviewRequest): boolean =>
  method === 'GET' &&
  (headers['sec-fetch-dest'] === undefined
    ? (headers.accept?.includes('text/html') ?? false)
    : ['document', 'iframe', 'frame'].includes(headers['sec-fetch-dest']));

/** What a program is told: what the browser said but for what is ours to say, and through whom it came. */
export const headersIn = (request: PreviewRequest, { prefix }: Asked): Record<string, string> => {
  const { headers, client } = request;
  const left = [...OF_A_CONNECTION, ...(wantsPage(request) ? OF_A_COPY : [])];
  const said = Object.entries(headers).filter(([name]) => !left.includes(meant(name)) && !OURS.test(meant(name)));
  const cookies = cookiesIn(headers.cookie);
  return {
    ...Object.fromEntries(said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    ...(cookies !== undefined && { cookie: cookies }),
    // Our script is written into pages as they come.
    'accept-encoding': 'identity',
    'x-forwarded-for': client.address,
    'x-forwarded-host': client.host,
    'x-forwarded-proto': client.protocol,
    'x-forwarded-prefix': prefix.replace(/\/$/, ''),
  };
};

/** What a program has no say in, whoever looks at its preview. */
const NOT_OUT =
  /^(set-cookie2?|date|server|strict-transport-security|public-key-pins.*|alt-svc|clear-site-data|service-worker-allowed|x-amzn?-.*|x-aws-.*|x-artel-.*)$/;

type Out = { headers: Record<string, string>; cookies: string[] };

/** What a browser is told of what a program said. The preview's own headers stand against any of the same name. */
export const headersOut = (said: IncomingHttpHeaders, { prefix }: Asked): Out => {
  const left = [...OF_A_CONNECTION, ...Object.keys(previewHeaders())];
  const passed = Object.entries(said).filter(([name]) => !left.includes(name) && !NOT_OUT.test(name));
  const headers = Object.fromEntries(
    passed.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const { location } = headers;
  // A program knows nothing of the path that stands before its own.
  if (location?.startsWith('/') && !location.startsWith('//')) headers.location = prefix + location.slice(1);
  return { headers, cookies: cookiesOut(said['set-cookie'] ?? []) };
};
