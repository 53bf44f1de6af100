import type { Finish } from '../../call/model-call.ts';
import { type AnswerAccumulator, malformed } from '../answer-accumulator.ts';
import type { Counts, MessageEvent } from './events.ts';

/** Source: https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons. `pause_turn` is for tools of the server's. */
const FINISHES: Record<string, Finish> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'content_filter',
  tool_use: 'tool_calls',
};

const PROMPT = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'] as const;

/** What a block of the answer becomes. Thoughts, and kinds this API may add, are left out: no other API can express them. */
type Role = 'text' | 'call' | 'left_out';

/** Reads the events of one message. `jsonTool`: the tool whose arguments are the answer. */
export class MessageReader {
  readonly #jsonTool: string | undefined;
  readonly #roles = new Map<number, Role>();
  /** Arguments that came with the start of a block and have not been replaced by deltas. */
  readonly #inputs = new Map<number, string>();
  #counts: Record<string, number> = {};
  #hasJson = false;

  constructor(jsonTool?: string) {
    this.#jsonTool = jsonTool;
  }

  /** Adds an event to the answer; returns the text that may be passed on. */
  take(answer: AnswerAccumulator, event: MessageEvent): string {
    if (typeof event.type !== 'string') throw malformed('An event must have a type.');
    answer.pieces += 1;
    switch (event.type) {
      case 'message_start':
        if (typeof event.message?.model === 'string') answer.model = event.message.model;
        this.#count(event.message?.usage);
        return '';
      case 'content_block_start':
        return this.#start(answer, event);
      case 'content_block_delta':
        return this.#delta(answer, event);
      case 'content_block_stop':
        return this.#stop(answer, indexOf(event));
      case 'message_delta':
        this.#count(event.usage);
        answer.usage = this.#usage(event.usage);
        if (event.delta?.stop_reason) answer.finish = this.#finish(answer, event.delta.stop_reason);
        return '';
      default:
        return '';
    }
  }

  #start(answer: AnswerAccumulator, event: MessageEvent): string {
    const index = indexOf(event);
    const block = event.content_block;
    if (this.#roles.has(index)) throw malformed('A block starts twice.');
    if (block?.type === 'tool_use') {
      const isAnswer = this.#jsonTool !== undefined && block.name === this.#jsonTool;
      this.#roles.set(index, isAnswer ? 'text' : 'call');
      this.#hasJson ||= isAnswer;
      if (!isAnswer) answer.calls.add([{ index, id: block.id, function: { name: block.name } }]);
      if (hasFields(block.input)) this.#inputs.set(index, JSON.stringify(block.input));
      return '';
    }
    this.#roles.set(index, block?.type === 'text' ? 'text' : 'left_out');
    return block?.type === 'text' ? answer.addText(stringOf(block.text)) : '';
  }

  #delta(answer: AnswerAccumulator, event: MessageEvent): string {
    const index = indexOf(event);
    const role = this.#roles.get(index);
    if (!role) throw malformed('A block continues before it has started.');
    const { delta } = event;
    if (delta?.type === 'text_delta' && role === 'text') return answer.addText(stringOf(delta.text));
    if (delta?.type !== 'input_json_delta' || role === 'left_out') return '';
    const part = stringOf(delta.partial_json);
    if (part !== '') this.#inputs.delete(index);
    return this.#argue(answer, index, part);
  }

  #stop(answer: AnswerAccumulator, index: number): string {
    const input = this.#inputs.get(index);
    this.#inputs.delete(index);
    return input === undefined ? '' : this.#argue(answer, index, input);
  }

  #argue(answer: AnswerAccumulator, index: number, part: string): string {
    if (this.#roles.get(index) === 'text') return answer.addText(part);
    answer.calls.add([{ index, function: { arguments: part } }]);
    return '';
  }

  #finish(answer: AnswerAccumulator, reason: unknown): Finish {
    const name = String(reason);
    const finish = Object.hasOwn(FINISHES, name) ? FINISHES[name] : undefined;
    if (!finish) throw malformed(`Unknown stop reason ${name.slice(0, 40)}.`);
    return finish === 'tool_calls' && this.#hasJson && answer.calls.count === 0 ? 'stop' : finish;
  }

  /** Counts are cumulative; what a later event leaves out, an earlier one had. */
  #count(counts: Counts | null | undefined): void {
    for (const [name, value] of Object.entries(counts ?? {})) {
      if (Number.isSafeInteger(value)) this.#counts[name] = Math.max(this.#counts[name] ?? 0, value as number);
    }
  }

  /** Tokens read from a cache, or written to one, were part of the prompt. A prompt is never empty: 0 means no count. */
  #usage(last: Counts | null | undefined): AnswerAccumulator['usage'] {
    const promptTokens = PROMPT.reduce((sum, name) => sum + (this.#counts[name] ?? 0), 0);
    if (promptTokens === 0 || !Number.isSafeInteger(last?.output_tokens)) return undefined;
    return { promptTokens, completionTokens: this.#counts.output_tokens ?? 0, estimated: false };
  }
}

const indexOf = ({ index }: MessageEvent): number => {
  if (!Number.isSafeInteger(index)) throw malformed('A block must have an index.');
  return index as number;
};

const stringOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw malformed('A part of a block must be a text.');
  return value;
};

const hasFields = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && Object.keys(input).length > 0;
