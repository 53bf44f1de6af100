import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authenticated } from '../../shared/core/scope.ts';
import {
  gateway,
  type ModelCall,
  ModelError,
  type ModelEvent,
  ReasoningCollector,
  type Usage,
} from '../../shared/gateway/index.ts';
import { verdictOn } from '../../shared/gateway/upstreams/outcomes.ts';
import { CORPUS, type CorpusEntry, wireOf } from '../data/upstreams/corpus.ts';
import type { ExpectedUsage } from '../data/upstreams/types.ts';
import { freeCalls } from './free-calls.ts';

/** What the gateway makes of an answer. */
export type Heard = { text: string; refusal: string; reasoning: string; events: ModelEvent[]; failure?: ModelError };

const byId = new Map(CORPUS.map((entry) => [entry.id, entry]));

/** A server that answers with the entry that the path begins with. */
export const startCorpusServer = async () => {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      const entry = byId.get(decodeURIComponent(request.url?.split('/')[1] ?? ''));
      if (!entry) return void response.writeHead(500).end();
      const { status, headers, portions } = wireOf(entry);
      response.writeHead(status, headers);
      for (const portion of portions) response.write(portion);
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const tool = (name: string) => ({ name, description: '', parameters: { type: 'object', properties: {} } });

const CALL: ModelCall = {
  scope: authenticated({ userId: 'alice' }).inProject('default'),
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Hello' }],
  tools: ['look', 'wait', 'now', 'run'].map(tool),
  stop: [', three'],
};

/** Asks the server for an entry, through the gateway. */
export const hear = async ({ id, surface }: CorpusEntry, url: string): Promise<Heard> => {
  const over = gateway({
    settings: async () => ({ kind: surface, baseUrl: `${url}/${id}/v1`, apiKey: 'k', model: 'corpus-model' }),
    timeouts: () => ({ firstByte: 5_000, retries: 0 }),
    policies: async () => [],
    paid: freeCalls(),
  });
  const heard: Heard = { text: '', refusal: '', reasoning: '', events: [] };
  const thoughts = new ReasoningCollector();
  try {
    for await (const event of over.chat(CALL)) {
      heard.events.push(event);
      if (event.kind === 'reasoning') heard.reasoning += thoughts.add(event);
      else if (event.kind !== 'call' && event.kind !== 'end') heard[event.kind] += event.text;
    }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    heard.failure = error;
  }
  return heard;
};

/** What a test compares: of the entry, and of what was heard. An entry does not say everything, so neither does this. */
export const comparable = (entry: CorpusEntry, heard: Heard): { expected: object; actual: object } => {
  const { error, calls = [], finish, cause, stopSequence, usage, reasoning = '', replay } = entry.expected;
  const { failure, events } = heard;
  const text = textOf(entry);
  const shown = { ...(text !== undefined && { text: heard.text }) };
  if (error) {
    const { reason, retryAfter, unhealthy, code, message } = error;
    return {
      expected: { text, reason, retryAfter, unhealthy, code, message },
      actual: {
        text: shown.text,
        reason: failure?.reason,
        retryAfter: retryAfter === undefined ? undefined : failure?.retryAfter,
        unhealthy: failure && verdictOn(failure) === 'unhealthy',
        code: code === undefined ? undefined : failure?.code,
        message: message !== undefined && causeOf(failure).includes(message) ? message : undefined,
      },
    };
  }
  const end = events.find((event) => event.kind === 'end');
  const made = events.flatMap((event) => (event.kind === 'call' ? [event.call] : []));
  return {
    expected: {
      text,
      calls,
      finish,
      cause: cause === finish ? undefined : cause,
      stopSequence,
      usage,
      refusal: refusalOf(entry),
      reasoning,
      replay,
    },
    actual: {
      text: heard.text,
      calls: made.map(({ id, ...rest }, index) => (calls[index]?.id === undefined ? rest : { id, ...rest })),
      finish: end?.finish,
      cause: end?.cause,
      stopSequence: end?.stopSequence,
      usage: end && partsOf(end.usage),
      refusal: heard.refusal,
      reasoning: heard.reasoning,
      replay: replay && replayOf(entry, events),
      ...(failure && { failure: failure.reason }),
    },
  };
};

const textOf = ({ expected: { text, error } }: CorpusEntry): string | undefined => text ?? (error ? undefined : '');

/** What goes back with the next request, put together from the thoughts that were heard. */
const replayOf = ({ surface }: CorpusEntry, events: readonly ModelEvent[]): object => {
  const thoughts = events.flatMap((event) => (event.kind === 'reasoning' && event.native ? [event.native.data] : []));
  return surface === 'anthropic' ? { blocks: thoughts } : Object.assign({}, ...thoughts);
};

/** Anthropic's explanation of a refusal is not the model's. */
const refusalOf = ({ surface, expected: { refusal = '' } }: CorpusEntry): string =>
  surface === 'openai' ? refusal : '';

const partsOf = (usage: Usage): ExpectedUsage => {
  const { promptTokens, completionTokens, cacheReadTokens, cacheWriteTokens, reasoningTokens, estimated } = usage;
  if (estimated) return null;
  return {
    prompt: promptTokens,
    completion: completionTokens,
    ...(cacheReadTokens !== undefined && { cacheRead: cacheReadTokens }),
    ...(cacheWriteTokens !== undefined && { cacheWrite: cacheWriteTokens }),
    ...(reasoningTokens !== undefined && { reasoning: reasoningTokens }),
  };
};

const causeOf = (failure: ModelError | undefined): string =>
  failure?.cause instanceof Error ? failure.cause.message : '';
