import type { ChatMessage, ModelCall } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import type { Endpoint } from '../settings/upstreams.ts';

/** Why an upstream is not asked at all: its API cannot express what the call demands. Another one may. */
export const unsupportedByChat = (call: ModelCall, { kind, baseUrl }: Endpoint): ModelError | undefined => {
  const what = kind === 'anthropic' ? unsupportedByAnthropic(call) : unsupportedByOpenai(call, baseUrl);
  return what === undefined
    ? undefined
    : new ModelError('refused', { detail: `${what} Leave it out, or choose another model.` });
};

const unsupportedByAnthropic = ({ frequencyPenalty, presencePenalty, stop }: ModelCall): string | undefined => {
  if (frequencyPenalty || presencePenalty) {
    return "The provider of this model has neither frequency_penalty nor presence_penalty: Anthropic's API knows none.";
  }
  if (stop?.some((text) => text.trim() === '')) {
    return "The provider of this model cannot stop at white space alone: Anthropic's API refuses such a stop sequence.";
  }
  return undefined;
};

/** OpenAI itself documents four stop sequences; other servers of its API take as many as they are given. */
const unsupportedByOpenai = ({ stop = [], messages }: ModelCall, baseUrl: string): string | undefined => {
  if (stop.length > 4 && /(^|\.)(openai|azure)\.com$/.test(new URL(baseUrl).hostname)) {
    return "The provider of this model takes at most four stop sequences: OpenAI's API refuses more.";
  }
  if (messages.some(hasDocumentByUrl)) {
    return "The provider of this model fetches no documents: OpenAI's API takes a PDF only as data, not by its URL.";
  }
  return undefined;
};

const hasDocumentByUrl = ({ content }: ChatMessage): boolean =>
  typeof content !== 'string' &&
  content.some((part) => part.type === 'document' && 'url' in part.source && part.source.url.startsWith('https:'));

export const unsupportedByEmbeddings = ({ kind }: Endpoint): ModelError | undefined =>
  kind === 'anthropic'
    ? new ModelError('unknown_model', {
        detail:
          "This embedding model has no provider: Anthropic's API makes no embeddings. " +
          'The operator has to add an upstream of the kind "openai" with the embedding model to the provider secret.',
      })
    : undefined;
