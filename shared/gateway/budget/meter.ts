import { Defect } from '../../core/errors.ts';
import { type Amount, NOTHING, type Spending } from '../../limits/index.ts';
import type { ModelEvent, Usage } from '../call/model-call.ts';
import { ModelError, type ModelErrorReason } from '../call/model-error.ts';
import { moneyOf } from './estimate.ts';

/** After these failures the provider may have read the prompt, which then has to be paid for. After the others it has not. */
const PROMPT_READ: readonly ModelErrorReason[] = ['timeout', 'malformed', 'cut'];

/** Roughly; only for answers without a count of their own. */
const BYTES_PER_TOKEN = 4;

/** The name becomes part of a key, and a provider cannot be trusted to keep it short. */
const MAX_MODEL_NAME_LENGTH = 128;

/** A caller who leaves, leaves a provider at work; a defect of ours happens before anything is sent. */
const isRead = (error: unknown): boolean =>
  error instanceof ModelError ? PROMPT_READ.includes(error.reason) : !(error instanceof Defect);

/** Counts what one call costs. It keeps numbers only, nothing of the texts. */
export class Meter {
  readonly #model: string;
  readonly #prompt: Amount;
  readonly #begun: number = performance.now();
  #first: number | undefined;
  #bytes = 0;

  /** `prompt`: what is charged for the prompt if the provider gives no counts. */
  constructor(model: string, prompt: Amount) {
    this.#model = model;
    this.#prompt = prompt;
  }

  take(event: ModelEvent): void {
    this.#first ??= this.#elapsed();
    if ('text' in event) this.#bytes += Buffer.byteLength(event.text);
    if (event.kind === 'call') this.#bytes += Buffer.byteLength(event.call.name + event.call.arguments);
  }

  answered(usage: Usage, model: string): Spending {
    const { promptTokens, completionTokens } = usage;
    const money = moneyOf(model, usage);
    return {
      ...usage,
      outcome: 'answered',
      model: model.slice(0, MAX_MODEL_NAME_LENGTH),
      // A name without a price may be this provider's own name for the requested model.
      money: money ?? moneyOf(this.#model, usage) ?? 0,
      tokens: promptTokens + completionTokens,
      requests: 1,
      ...this.#times(),
    };
  }

  /** For a call that broke off. One that the provider refused, or never got, is free. */
  broken(error: unknown): Spending {
    const begun = this.#first !== undefined;
    const isPaid = begun || isRead(error);
    const completionTokens = Math.ceil(this.#bytes / BYTES_PER_TOKEN);
    return {
      outcome: begun ? 'cut' : 'failed',
      model: this.#model,
      estimated: true,
      promptTokens: isPaid ? this.#prompt.tokens : 0,
      completionTokens,
      money: isPaid ? this.#prompt.money + this.#moneyForAnswer(completionTokens) : 0,
      tokens: isPaid ? this.#prompt.tokens + completionTokens : 0,
      requests: isPaid ? 1 : 0,
      reason: error instanceof ModelError ? error.reason : 'called_off',
      ...this.#times(),
    };
  }

  /** For a call that was called off before anything was sent. */
  unsent(): Spending {
    const nothing = { promptTokens: 0, completionTokens: 0, estimated: false };
    return { ...NOTHING, ...nothing, outcome: 'failed', model: this.#model, reason: 'called_off', ...this.#times() };
  }

  /** The price of an answer may depend on the length of the prompt. */
  #moneyForAnswer(completionTokens: number): number {
    const promptTokens = this.#prompt.tokens;
    const whole = moneyOf(this.#model, { promptTokens, completionTokens }) ?? 0;
    return whole - (moneyOf(this.#model, { promptTokens }) ?? 0);
  }

  #times(): Pick<Spending, 'milliseconds' | 'firstMilliseconds'> {
    return {
      milliseconds: this.#elapsed(),
      ...(this.#first !== undefined && { firstMilliseconds: this.#first }),
    };
  }

  #elapsed(): number {
    return Math.round(performance.now() - this.#begun);
  }
}
