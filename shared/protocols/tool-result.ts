import type { ChatMessage, ContentPart } from '../gateway/index.ts';

/** What a client's tool has given: texts, and pictures, which most providers take from the user alone. */
type ToolResult = { callId: string; prefix?: string; parts: ContentPart[] };

/** The result as text. It says which pictures follow. */
export const toolMessage = ({ callId, prefix = '', parts }: ToolResult): ChatMessage => {
  const texts = parts.map((part) => (part.type === 'text' ? part.text : '[An image, shown after the results.]'));
  return { role: 'tool', callId, content: `${prefix}${texts.join('\n')}` };
};

/** The result's pictures, as parts of the user's message after the results. */
export const picturesOf = ({ callId, parts }: ToolResult): ContentPart[] => {
  const pictures = parts.filter(({ type }) => type === 'image');
  return pictures.length === 0
    ? []
    : [{ type: 'text', text: `The images of the result of the tool call ${callId}:` }, ...pictures];
};
