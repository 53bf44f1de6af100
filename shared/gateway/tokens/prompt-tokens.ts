import type { ChatMessage, ModelCall, ToolRequest } from '../call/model-call.ts';
import { countTokens } from './count-tokens.ts';

/** A picture of a megapixel, and one looked at roughly. Source: https://developers.openai.com/api/docs/guides/images-vision */
const IMAGE_TOKENS = 765;
const LOW_DETAIL_IMAGE_TOKENS = 85;

/**
 * What a call's prompt will cost in tokens, about: each message has some four beside its text, the answer is primed with
 * three, and providers show the model the tools in a notation of their own, of about the length of their JSON.
 */
export const promptTokens = ({
  messages,
  tools = [],
  scope,
}: Pick<ModelCall, 'messages' | 'tools'> & Partial<Pick<ModelCall, 'scope'>>): number =>
  messages.reduce((sum, message) => sum + tokensOf(message, scope?.userId) + 4, 3) +
  (tools.length > 0 ? countTokens(JSON.stringify(tools), scope?.userId) : 0);

export const tokensOfCalls = (calls: ToolRequest[]): number =>
  calls.reduce((sum, { name, arguments: given }) => sum + countTokens(name) + countTokens(given), 0);

/** The words of a message, without its pictures. */
export const textOf = ({ content }: Pick<ChatMessage, 'content'>): string =>
  typeof content === 'string'
    ? content
    : content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');

const tokensOf = (message: ChatMessage, owner: string | undefined): number =>
  countTokens(textOf(message), owner) +
  tokensOfPictures(message) +
  (message.role === 'assistant' ? tokensOfCalls(message.calls ?? []) : 0);

const tokensOfPictures = ({ content }: ChatMessage): number =>
  typeof content === 'string'
    ? 0
    : content.reduce(
        (sum, part) =>
          sum + (part.type === 'image' ? (part.detail === 'low' ? LOW_DETAIL_IMAGE_TOKENS : IMAGE_TOKENS) : 0),
        0,
      );
