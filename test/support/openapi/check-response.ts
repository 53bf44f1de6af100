import { describedAt, misfits, openApiDocument, promisedHeaders } from './document.ts';

export type Answered = {
  method: string;
  path: string;
  status: number;
  contentType: string | null;
  text: string;
  /** Whether it has the header. */
  has?: (header: string) => boolean;
};

/** OPTIONS and HEAD are answered at every path and described at none. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Request headers too large: the HTTP server refuses a request before the gateway or a function sees it. */
const REFUSED_BY_SERVER = 431;

/** What the schema of a body describes of it: its JSON, or the JSON values that a stream consists of. */
const valueIn = (type: string, schema: Record<string, unknown>, text: string): [Record<string, unknown>, unknown] => {
  if (type === 'application/json') return [schema, JSON.parse(text)];
  if (schema.contentSchema === undefined) return [schema, text];
  const lines = text
    .split('\n')
    .filter((line) => (type === 'text/event-stream' ? line.startsWith('data: ') : line !== ''));
  const values = lines.map((line) => line.replace(/^data: /, '')).filter((line) => line !== '[DONE]');
  return [schema.contentSchema as Record<string, unknown>, values.map((value) => JSON.parse(value))];
};

/**
 * Fails where an answer is not what the OpenAPI document promises for its route: another status, another type of content,
 * without a header that each has, or a body that its schema does not describe. Answers at paths that are not described are left alone: tests make
 * operations of their own.
 */
export const checkResponse = ({ method, path, status, contentType, text, has }: Answered): void => {
  const document = openApiDocument();
  const operation = METHODS.includes(method) && document ? describedAt(document, method, path) : undefined;
  if (!document || !operation || status === REFUSED_BY_SERVER) return;
  const promised = operation.responses[status];
  const wrong = (what: string): Error => new Error(`${operation.name} answers ${status} ${what}`);
  if (!promised) throw wrong(`, which its description does not name: ${text.slice(0, 400)}`);
  const missing = has && promisedHeaders(document, promised).filter((header) => !has(header));
  if (missing && missing.length > 0) throw wrong(`without ${missing.join(', ')}, which its description promises`);
  const type = contentType?.split(';')[0] ?? '';
  const content = Object.entries(promised.content ?? {}).find(([name]) => name.split(';')[0] === type)?.[1];
  if (text === '' && !promised.content) return;
  if (!content) throw wrong(`as "${type}", which its description does not name`);
  if (!content.schema) return;
  const found = misfits(document, ...valueIn(type, content.schema, text));
  if (found.length > 0) throw wrong(`with a body its schema does not describe:\n${found.join('\n')}\n${text}`);
};
