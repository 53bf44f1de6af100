import type { Usage } from '../../call/model-call.ts';
import { tokenCount } from '../token-count.ts';

/** An answer's usage as this API tells it. Nothing about it is trusted. */
export type Counts = Record<string, unknown>;

/** What is read from a cache or written to one is not in `input_tokens`. */
const PROMPT = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'] as const;

/** Counts of one answer. They are cumulative, and what a later event leaves out, an earlier one had. */
export class UsageCounts {
  readonly #counts = new Map<string, number>();

  add(counts: Counts | null | undefined): void {
    this.#addAll(counts);
    this.#addAll(counts?.cache_creation);
    this.#addAll(counts?.output_tokens_details);
  }

  /** After the last event. A prompt is never empty: 0 means no count. */
  usage(last: Counts | null | undefined): Usage | undefined {
    const promptTokens = PROMPT.reduce((sum, name) => sum + (this.#counts.get(name) ?? 0), 0);
    if (promptTokens === 0 || tokenCount(last?.output_tokens) === undefined) return undefined;
    const part = <Name extends keyof Usage>(name: Name, field: string) => {
      const count = this.#counts.get(field);
      return count === undefined ? {} : { [name]: count };
    };
    return {
      promptTokens,
      ...part('cacheReadTokens', 'cache_read_input_tokens'),
      ...part('cacheWriteTokens', 'cache_creation_input_tokens'),
      ...part('hourCacheWriteTokens', 'ephemeral_1h_input_tokens'),
      completionTokens: this.#counts.get('output_tokens') ?? 0,
      ...part('reasoningTokens', 'thinking_tokens'),
      estimated: false,
    };
  }

  #addAll(counts: unknown): void {
    if (typeof counts !== 'object' || counts === null) return;
    for (const [name, value] of Object.entries(counts)) {
      const count = tokenCount(value);
      if (count !== undefined) this.#counts.set(name, Math.max(this.#counts.get(name) ?? 0, count));
    }
  }
}
