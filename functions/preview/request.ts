import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Asked, askedIn } from '../../shared/previews/index.ts';
import { basePathOf } from '../routing/base-path.ts';

/** What a browser asks of a preview, if it can be one at all. */
export type PreviewRequest = {
  method: string;
  asked: Asked | undefined;
  /** By their names in lower case. Cookies are looked at for a program alone, and are its own. */
  headers: Record<string, string | undefined>;
  query: { get(name: string): string | undefined; search(): string };
  body: Buffer;
  /** Who asks, and how: what a program is told of it. */
  client: { address: string; host: string; protocol: 'http' | 'https' };
};

export const requestIn = (event: APIGatewayProxyEvent): PreviewRequest => {
  const headers: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const hostName = event.requestContext.domainName ?? '';
  return {
    method: event.httpMethod,
    asked: askedIn({ hostName, path: event.path, basePath: basePathOf(event) }),
    headers,
    query: { get: (name) => event.queryStringParameters?.[name] ?? undefined, search: () => searchOf(event) },
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    client: {
      address: event.requestContext.identity?.sourceIp ?? '',
      // With its port, which the name of the connection has not.
      host: headers.host?.replace(/:\d+$/, '') === hostName ? headers.host : hostName,
      protocol: headers['x-forwarded-proto'] === 'http' ? 'http' : 'https',
    },
  };
};

/** The query again, which comes decoded, with its question mark. */
const searchOf = ({ multiValueQueryStringParameters, queryStringParameters }: APIGatewayProxyEvent): string => {
  const values: Record<string, string | string[] | undefined> =
    multiValueQueryStringParameters ?? queryStringParameters ?? {};
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    [value ?? ''].flat().map((one): [string, string] => [name, one]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
};
