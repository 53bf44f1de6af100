import type { CorpusEntry } from '../../types.ts';
import { whole } from '../parts.ts';
import { sent } from './way.ts';

export const wholeFrames: CorpusEntry[] = sent([
  {
    id: 'whole-for-stream',
    upstream: 'any',
    shape: 'a whole answer where a stream was asked for',
    source: 'Zen4-bit/Proxima#45; fawney19/Aether#542',
    body: whole({ content: 'It is Zürich 😀.' }),
  },
  {
    id: 'whole-for-stream-event',
    upstream: 'any',
    shape: 'a whole answer as the only event of a stream',
    source: 'decolua/9router#3492; perplexityai/api-discussion#209',
    events: [whole({ content: 'It is Zürich 😀.' })],
  },
  {
    id: 'stream-for-whole',
    upstream: 'any',
    shape: 'a stream where a whole answer was asked for',
    source: 'diegosouzapw/OmniRoute#3089',
    streamed: false,
  },
  {
    id: 'whole-empty-lines',
    upstream: 'deepseek',
    shape: 'empty lines before the JSON of a whole answer',
    source: 'api-docs.deepseek.com/quick_start/rate_limit',
    body: `\n\n\n${JSON.stringify(whole({ content: 'It is Zürich 😀.' }))}`,
    streamed: false,
  },
  {
    id: 'whole-done-behind',
    upstream: 'any',
    shape: 'a whole answer with data: [DONE] glued on',
    source: 'decolua/9router#3492',
    body: `${JSON.stringify(whole({ content: 'It is Zürich 😀.' }))}\n\ndata: [DONE]\n\n`,
    headers: { 'content-type': 'text/event-stream' },
    streamed: false,
  },
  {
    id: 'whole-bom',
    upstream: 'any',
    shape: 'a byte order mark before the JSON of a whole answer',
    source: 'derived: servers on Windows',
    body: whole({ content: 'It is Zürich 😀.' }),
    framing: { bom: true },
    streamed: false,
  },
  {
    id: 'whole-type-plain',
    upstream: 'any',
    shape: 'a whole answer under text/plain',
    source: 'derived: SaladDay/cc-switch-cli#170 has octets',
    body: whole({ content: 'It is Zürich 😀.' }),
    headers: { 'content-type': 'text/plain' },
    streamed: false,
  },
]);
