import { type ContentPart, partText } from '../call/content-parts.ts';
import type { ChatMessage, ModelCall, ToolRequest } from '../call/model-call.ts';
import { countTokens } from './count-tokens.ts';
import { pdfPages } from './pdf-pages.ts';

/** An image of a megapixel, and one in low detail. Source: https://developers.openai.com/api/docs/guides/images-vision */
const IMAGE_TOKENS = 765;
const LOW_DETAIL_IMAGE_TOKENS = 85;
/**
 * Of a PDF, whose pages are read and looked at: 1,500 to 3,000 for the text of one.
 * Source: https://platform.claude.com/docs/en/build-with-claude/pdf-support
 */
const PAGE_TOKENS = 3_000;

/**
 * An estimate of a call's prompt in tokens: each message costs some four beside its text, the answer is primed with three,
 * and providers describe the tools to the model in their own notation, about as long as their JSON.
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

/** The text of a message and of its documents, without pictures and PDFs. */
export const textOf = ({ content }: Pick<ChatMessage, 'content'>): string =>
  typeof content === 'string' ? content : content.flatMap((part) => partText(part) ?? []).join('\n');

const tokensOf = (message: ChatMessage, owner: string | undefined): number =>
  countTokens(textOf(message), owner) +
  tokensOfViews(message) +
  (message.role === 'assistant'
    ? tokensOfCalls(message.calls ?? []) + countTokens(message.reasoning?.text ?? '', owner)
    : 0);

/** Of what is looked at, not read as text. */
const tokensOfViews = ({ content }: ChatMessage): number =>
  typeof content === 'string' ? 0 : content.reduce((sum, part) => sum + tokensOfView(part), 0);

const tokensOfView = (part: ContentPart): number => {
  if (part.type === 'image') return part.detail === 'low' ? LOW_DETAIL_IMAGE_TOKENS : IMAGE_TOKENS;
  if (part.type === 'text' || 'passages' in part.source) return 0;
  return pdfPages(part.source.url) * PAGE_TOKENS;
};
