/** The prompt up to the end of this is to be cached, by providers that have to be told so. */
export type Cacheable = { cache?: { ttl?: '5m' | '1h' } };

export type TextPart = { type: 'text'; text: string } & Cacheable;

/** An image by URL: `https:`, which the provider fetches itself, or `data:` with the image in base64. */
export type ImagePart = { type: 'image'; url: string; detail?: 'auto' | 'low' | 'high' } & Cacheable;

/**
 * A document. One of text has its passages, of which there is one unless its sender divided it. A PDF has a URL: `https:`,
 * which the provider fetches itself, or `data:` with the PDF in base64. `context` is what its sender says about it.
 */
export type DocumentPart = {
  type: 'document';
  source: { passages: string[] } | { url: string };
  title?: string;
  context?: string;
} & Cacheable;

export type ContentPart = TextPart | ImagePart | DocumentPart;

/** What is readable of a document: its title, what is said about it, and its text, if it is one of text. */
export const documentText = ({ source, title, context }: DocumentPart): string =>
  [title, context, ...('passages' in source ? source.passages : [])].filter(Boolean).join('\n');

/** What is readable of a part without looking at pictures and pages. */
export const partText = (part: ContentPart): string | undefined => {
  if (part.type === 'text') return part.text;
  return part.type === 'document' ? documentText(part) || undefined : undefined;
};

/** The part with its texts changed: a policy's work. Pictures and pages stay as they are. */
export const partWith = (part: ContentPart, change: (text: string) => string): ContentPart => {
  if (part.type === 'image') return part;
  if (part.type === 'text') return { ...part, text: change(part.text) };
  const { source, title, context } = part;
  return {
    ...part,
    ...('passages' in source && { source: { passages: source.passages.map(change) } }),
    ...(title !== undefined && { title: change(title) }),
    ...(context !== undefined && { context: change(context) }),
  };
};
