import { type ChatMessage, type ContentPart, documentText } from '../gateway/index.ts';

/** What a client's tool has given: texts, and pictures and PDFs, which most providers take from the user alone. */
type ToolResult = { callId: string; prefix?: string; parts: ContentPart[] };

/** The result as text. It says what follows. */
export const toolMessage = ({ callId, prefix = '', parts }: ToolResult): ChatMessage => ({
  role: 'tool',
  callId,
  content: `${prefix}${parts.map(wordsOf).join('\n')}`,
});

/** What the result shows, as parts of the user's message after the results. */
export const shownBy = ({ callId, parts }: ToolResult): ContentPart[] => {
  const shown = parts.filter(isShown);
  return shown.length === 0
    ? []
    : [{ type: 'text', text: `Shown by the result of the tool call ${callId}:` }, ...shown];
};

const isShown = (part: ContentPart): boolean =>
  part.type === 'image' || (part.type === 'document' && 'url' in part.source);

const wordsOf = (part: ContentPart): string => {
  if (part.type === 'text') return part.text;
  if (part.type === 'image') return '[An image, shown after the results.]';
  return isShown(part) ? '[A document, shown after the results.]' : documentText(part);
};
