import type { AnswerAccumulator } from '../answer-accumulator.ts';
import { writtenOf } from '../call-arguments.ts';
import type { AnswerReader } from '../dialect.ts';
import type { MessageEvent } from './events.ts';
import { ThoughtBlocks } from './thoughts.ts';
import { UsageCounts } from './usage.ts';

/** What a block of the answer becomes. Thoughts are read apart; kinds this API may add are left out. */
type Role = 'text' | 'call' | 'left_out';

/** Reads the events of one message. `jsonTool`: the tool whose arguments are the answer. */
export class MessageReader implements AnswerReader<MessageEvent> {
  readonly #jsonTool: string | undefined;
  readonly #roles = new Map<number, Role>();
  /** Arguments that came with the start of a block and have not been replaced by deltas. */
  readonly #inputs = new Map<number, string>();
  #latest = -1;
  readonly #counts = new UsageCounts();
  readonly #thoughts = new ThoughtBlocks();
  #hasJson = false;

  constructor(jsonTool?: string) {
    this.#jsonTool = jsonTool;
  }

  /** Adds an event to the answer; returns the text that may be passed on. */
  read(answer: AnswerAccumulator, event: MessageEvent): string {
    answer.pieces += 1;
    answer.isPresent ||= event.type !== 'ping';
    const index = this.#indexOf(event);
    this.#thoughts.take(answer.asides, { ...event, index });
    switch (event.type) {
      case 'message_start':
        if (typeof event.message?.model === 'string') answer.model = event.message.model;
        if (typeof event.message?.id === 'string') answer.id = event.message.id;
        this.#counts.add(event.message?.usage);
        return '';
      case 'content_block_start':
        return this.#start(answer, event, index);
      case 'content_block_delta':
        return this.#delta(answer, event, index);
      case 'content_block_stop':
        return this.#stop(answer, index);
      case 'message_delta':
        this.#counts.add(event.usage);
        answer.usage = this.#counts.usage(event.usage);
        return this.#end(answer, event);
      default:
        return '';
    }
  }

  end(answer: AnswerAccumulator): void {
    this.#thoughts.stopAll(answer.asides);
  }

  #start(answer: AnswerAccumulator, event: MessageEvent, index: number): string {
    const before = this.#stop(answer, index);
    const block = event.content_block;
    if (block?.type === 'tool_use') {
      const isAnswer = this.#jsonTool !== undefined && block.name === this.#jsonTool;
      this.#roles.set(index, isAnswer ? 'text' : 'call');
      this.#hasJson ||= isAnswer;
      if (!isAnswer) answer.calls.add([{ index, id: block.id, function: { name: block.name } }]);
      if (hasContent(block.input)) this.#inputs.set(index, writtenOf(block.input));
      return before;
    }
    this.#roles.set(index, block?.type === 'text' ? 'text' : 'left_out');
    return before + (block?.type === 'text' ? answer.addText(stringOf(block.text)) : '');
  }

  #delta(answer: AnswerAccumulator, { delta }: MessageEvent, index: number): string {
    const role = this.#roles.get(index) ?? (delta?.type === 'text_delta' ? 'text' : 'left_out');
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

  /** A forced call whose arguments are the answer is not a call to anybody else. */
  #end(answer: AnswerAccumulator, { delta }: MessageEvent): string {
    const rest = [...this.#inputs.keys()].map((index) => this.#stop(answer, index)).join('');
    if (typeof delta?.stop_sequence === 'string') answer.stopSequence = delta.stop_sequence;
    if (!delta?.stop_reason) return rest;
    const isAnswer = delta.stop_reason === 'tool_use' && this.#hasJson && answer.calls.count === 0;
    answer.end(isAnswer ? 'end_turn' : String(delta.stop_reason));
    return rest;
  }

  /** Some servers give all blocks the same index, or none at all, and do not stop them. */
  #indexOf({ type, index }: MessageEvent): number {
    if (type !== 'content_block_start') return isIndex(index) ? index : this.#latest;
    this.#latest = isIndex(index) ? index : this.#latest + 1;
    return this.#latest;
  }
}

const isIndex = (index: unknown): index is number => Number.isSafeInteger(index);

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const hasContent = (input: unknown): boolean =>
  typeof input === 'string'
    ? input !== ''
    : typeof input === 'object' && input !== null && Object.keys(input).length > 0;
