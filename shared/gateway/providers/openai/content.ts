import { isFields } from '../parse-json.ts';

/** Words are one text, or parts of several kinds: what the model said, its refusal, and thoughts and references, which are neither. */
export const textIn = (content: unknown): string =>
  partsOf(content)
    .map((part) => {
      if (typeof part === 'string') return part;
      return isFields(part) && isTextKind(part.type) && typeof part.text === 'string' ? part.text : '';
    })
    .join('');

/** The words of an answer that is sound. */
export const transcriptIn = (audio: unknown): string =>
  isFields(audio) && typeof audio.transcript === 'string' ? audio.transcript : '';

/** The words by which the model declines: a field of its own, or parts of the content. */
export const refusalIn = ({ refusal, content }: { refusal?: unknown; content?: unknown }): string => {
  const parts = typeof content === 'object' ? partsOf(content) : [];
  const within = parts.map((part) => (isFields(part) && part.type === 'refusal' ? part.refusal : ''));
  return [refusal, ...within].filter((one) => typeof one === 'string').join('');
};

/** Thoughts among the parts of the content: Mistral's have texts within. */
export const thoughtsIn = (content: unknown): string =>
  partsOf(content)
    .map((part) => (isFields(part) && part.type === 'thinking' ? textIn(part.thinking) : ''))
    .join('');

const partsOf = (content: unknown): unknown[] => (Array.isArray(content) ? content : [content]);

const isTextKind = (type: unknown): boolean => type === undefined || type === 'text' || type === 'output_text';
