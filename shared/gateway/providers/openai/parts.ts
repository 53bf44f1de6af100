import type { OpenAI } from 'openai';
import { type ContentPart, type DocumentPart, documentText } from '../../call/content-parts.ts';

type Part = OpenAI.ChatCompletionContentPart;

/** What a user shows and says. Documents of text become text, which every server of this API reads. */
export const contentOf = (content: string | ContentPart[]): string | Part[] => {
  if (typeof content === 'string') return content;
  const parts = content.flatMap(partsOf);
  const texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  const hadDocuments = content.some(({ type }) => type === 'document');
  return hadDocuments && texts.length === parts.length ? texts.join('\n') : parts;
};

const partsOf = (part: ContentPart): Part[] => {
  if (part.type === 'text') return [{ type: 'text', text: part.text }];
  if (part.type === 'document') return documentParts(part);
  const { url, detail } = part;
  return [{ type: 'image_url', image_url: { url, ...(detail && { detail }) } }];
};

/** A PDF needs a name here. What was said about it stands before it. */
const documentParts = (part: DocumentPart): Part[] => {
  const { source, title, context } = part;
  if ('passages' in source) return [{ type: 'text', text: documentText(part) }];
  const file: Part = { type: 'file', file: { filename: fileNameOf(title), file_data: source.url } };
  return context ? [{ type: 'text', text: context }, file] : [file];
};

const fileNameOf = (title: string | undefined): string => {
  if (!title) return 'document.pdf';
  return /\.pdf$/i.test(title) ? title : `${title}.pdf`;
};
