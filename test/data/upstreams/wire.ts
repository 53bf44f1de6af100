import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { CorpusEntry, Framing } from './types.ts';

export type WireAnswer = { status: number; headers: Record<string, string>; portions: Buffer[] };

/** An entry as an upstream would put it on the wire. */
export const wireOf = (entry: CorpusEntry): WireAnswer => {
  const { framing = {} } = entry;
  const isStream = entry.events !== undefined;
  const text = isStream ? eventText(entry, framing) : bodyText(entry.body);
  const bytes = encoded(Buffer.from((framing.bom ? '\uFEFF' : '') + text), framing.encoding);
  return {
    status: entry.status ?? 200,
    headers: {
      'content-type': isStream ? 'text/event-stream' : 'application/json',
      ...(framing.encoding && { 'content-encoding': framing.encoding }),
      ...entry.headers,
    },
    portions: portioned(bytes, framing.portion),
  };
};

const bodyText = (body: object | string | undefined): string =>
  typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);

const eventText = ({ events = [], surface }: CorpusEntry, framing: Framing): string => {
  const { newline = '\n', noSpace, noDone, before = [], end } = framing;
  const named = framing.named ?? surface === 'anthropic';
  const all = surface === 'openai' && !noDone ? [...events, '[DONE]'] : events;
  const frames = all.map((event) => {
    const data = typeof event === 'string' ? event : JSON.stringify(event);
    const lines = [
      ...before,
      ...(named && typeof event === 'object' ? [`event: ${nameOf(event)}`] : []),
      `data:${noSpace ? '' : ' '}${data}`,
    ];
    return lines.join(newline);
  });
  const ending = end === undefined ? newline + newline : end;
  return frames.join(newline + newline) + (frames.length > 0 ? ending : '');
};

const nameOf = (event: object): string => ('type' in event && typeof event.type === 'string' ? event.type : 'message');

const encoded = (bytes: Buffer, encoding: Framing['encoding']): Buffer =>
  encoding === 'gzip' ? gzipSync(bytes) : encoding === 'br' ? brotliCompressSync(bytes) : bytes;

const portioned = (bytes: Buffer, size = bytes.length): Buffer[] => {
  const portions: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) portions.push(bytes.subarray(at, at + size));
  return portions;
};
