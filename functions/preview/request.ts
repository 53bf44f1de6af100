import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Asked, askedIn } from '../../shared/previews/index.ts';
import { basePathOf } from '../routing/base-path.ts';

/** What a browser asks of a preview, if it can be one at all. */
export type PreviewRequest = {
  method: string;
  asked: Asked | undefined;
  /** By their names in lower case. Cookies are never looked at. */
  headers: Record<string, string | undefined>;
  query(name: string): string | undefined;
  body: string;
};

export const requestIn = (event: APIGatewayProxyEvent): PreviewRequest => {
  const headers = Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const hostName = event.requestContext.domainName ?? '';
  return {
    method: event.httpMethod,
    asked: askedIn({ hostName, path: event.path, basePath: basePathOf(event) }),
    headers: Object.fromEntries(headers),
    query: (name) => event.queryStringParameters?.[name] ?? undefined,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8'),
  };
};
