import type { CorpusEntry } from '../../types.ts';
import { sent, WORDS } from './way.ts';

export const eventTypes: CorpusEntry[] = sent([
  {
    id: 'type-json',
    shape: 'events under application/json',
    source: 'decolua/9router#3492 (wrong type on the other side)',
    headers: { 'content-type': 'application/json' },
  },
  {
    id: 'type-plain',
    shape: 'events under text/plain',
    source: 'langgenius/dify#4120',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  },
  {
    id: 'type-octets',
    upstream: 'deepseek',
    shape: 'events under application/octet-stream',
    source: 'SaladDay/cc-switch-cli#170',
    headers: { 'content-type': 'application/octet-stream' },
  },
  {
    id: 'type-charset',
    shape: 'text/event-stream in capitals with a character set',
    source: 'sgl-project/sglang#12081 (charset)',
    headers: { 'content-type': 'Text/Event-Stream;charset=UTF-8' },
  },
  {
    id: 'type-empty',
    shape: 'no type',
    source: 'derived: a proxy that drops headers',
    headers: { 'content-type': '' },
  },
  {
    id: 'gzip',
    shape: 'compressed though nobody asked',
    source: 'derived: a proxy that compresses everything',
    framing: { encoding: 'gzip' },
  },
  {
    id: 'brotli',
    shape: 'compressed another way',
    source: 'derived: a proxy that compresses everything',
    framing: { encoding: 'br' },
  },
  {
    id: 'json-lines',
    upstream: 'any',
    shape: 'one JSON a line, without data: and empty lines',
    source: 'comet-ml/opik#5149',
    body: `${WORDS.map((event) => JSON.stringify(event)).join('\n')}\n`,
    headers: { 'content-type': 'application/x-ndjson' },
  },
]);
