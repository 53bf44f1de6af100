import { piecesOf } from '../../infra/local/stand-ins/offline-model/reply.ts';

export type ScriptedMessage = {
  /** Comes before everything else, in a block of its own. */
  thinking?: string;
  text?: string;
  tool_uses?: { id?: string; name: string; input: Record<string, unknown> | string }[];
  usage?: {
    input_tokens: number;
    cache_creation_input_tokens?: number;
    cache_read_input_tokens?: number;
    output_tokens: number;
  };
  stop_reason?: string;
};

const USAGE = { input_tokens: 10, output_tokens: 5 };

const stopReasonOf = ({ stop_reason, tool_uses }: ScriptedMessage): string =>
  stop_reason ?? (tool_uses?.length ? 'tool_use' : 'end_turn');

const usesOf = ({ tool_uses = [] }: ScriptedMessage) =>
  tool_uses.map(({ id, name, input }, place) => ({ type: 'tool_use', id: id ?? `toolu_${place}`, name, input }));

const head = (model: string) => ({
  id: 'msg_scripted',
  type: 'message',
  role: 'assistant',
  model,
  stop_sequence: null,
});

/** The answer as one object. */
export const messageOf = (answer: ScriptedMessage, model: string): object => ({
  ...head(model),
  content: [
    ...(answer.thinking === undefined ? [] : [{ type: 'thinking', thinking: answer.thinking, signature: 's' }]),
    ...(answer.text === undefined ? [] : [{ type: 'text', text: answer.text, citations: null }]),
    ...usesOf(answer),
  ],
  stop_reason: stopReasonOf(answer),
  usage: answer.usage ?? USAGE,
});

type Event = { type: string } & Record<string, unknown>;

export const frameOf = (event: Event): Buffer =>
  Buffer.from(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);

/**
 * The answer as server-sent events, one buffer each, as the provider's documentation shows them: the beginning, the end,
 * and between them a piece of a block at a time. Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 */
export const framesOf = (answer: ScriptedMessage, model: string): { begin: Buffer; pieces: Buffer[]; end: Buffer } => {
  const { output_tokens, ...input } = answer.usage ?? USAGE;
  const message = { ...head(model), content: [], stop_reason: null, usage: { ...input, output_tokens: 1 } };
  const pieces: Event[] = [{ type: 'ping' }];
  let index = 0;
  const block = (content_block: object, deltas: object[]): void => {
    pieces.push({ type: 'content_block_start', index, content_block });
    for (const delta of deltas) pieces.push({ type: 'content_block_delta', index, delta });
    pieces.push({ type: 'content_block_stop', index });
    index += 1;
  };
  if (answer.thinking !== undefined) {
    const thinking = { type: 'thinking_delta', thinking: answer.thinking };
    block({ type: 'thinking', thinking: '', signature: '' }, [thinking, { type: 'signature_delta', signature: 's' }]);
  }
  if (answer.text !== undefined) {
    block(
      { type: 'text', text: '' },
      piecesOf(answer.text).map((text) => ({ type: 'text_delta', text })),
    );
  }
  for (const { input: given, ...use } of usesOf(answer)) {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    const middle = Math.ceil(text.length / 2);
    const halves = ['', text.slice(0, middle), text.slice(middle)];
    block(
      { ...use, input: {} },
      halves.map((partial_json) => ({ type: 'input_json_delta', partial_json })),
    );
  }
  const last = { type: 'message_delta', delta: { stop_reason: stopReasonOf(answer), stop_sequence: null } };
  return {
    begin: frameOf({ type: 'message_start', message }),
    pieces: pieces.map(frameOf),
    end: Buffer.concat([frameOf({ ...last, usage: { output_tokens } }), frameOf({ type: 'message_stop' })]),
  };
};
