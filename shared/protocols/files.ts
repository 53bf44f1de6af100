import * as z from 'zod';
import type { DocumentPart } from '../gateway/index.ts';

/*
 * Documents as OpenAI's clients send them: a file's bytes in base64, with or without the beginning of a `data:` URL. A PDF
 * stays what it is; a file of text is read here, so that every model can read it and every policy sees it.
 */

const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w-]+=[\w."-]+)*;base64,/i;
const PDF = 'application/pdf';
/** `%PDF-` in base64. */
const PDF_BEGINS = 'JVBERi';
const BEYOND_BASE64 = /[^A-Za-z0-9+/=]/;
/** No text has them, and most other files do. */
const NO_TEXT = /[\0\ufffd]/;

type Source = DocumentPart['source'];

const sourceOf = (fileData: string): Source | undefined => {
  const [begin = '', type] = DATA_URL.exec(fileData.slice(0, 200)) ?? [];
  const data = fileData.slice(begin.length);
  if (data === '' || BEYOND_BASE64.test(data)) return undefined;
  if (type?.toLowerCase() === PDF || data.startsWith(PDF_BEGINS)) return { url: `data:${PDF};base64,${data}` };
  const text = Buffer.from(data, 'base64')
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return NO_TEXT.test(text) ? undefined : { passages: [text] };
};

export const fileData = z
  .string({ error: 'A file must be given by its file_data: files are not kept, so none has a file_id.' })
  .refine((data) => sourceOf(data) !== undefined, 'A file must be a PDF, or a text in UTF-8, in base64.');

/** The provider fetches it itself. */
export const documentUrl = z.string().regex(/^https:\/\//, 'A document must be given by an https: URL, or as data.');

/** `data` has been checked. */
export const documentOfFile = (data: string, filename: string | null | undefined): DocumentPart => {
  const source = sourceOf(data);
  return { type: 'document', source: source ?? { passages: [] }, ...(filename && { title: filename }) };
};

export const documentOfUrl = (url: string, filename: string | null | undefined): DocumentPart => ({
  type: 'document',
  source: { url },
  ...(filename && { title: filename }),
});

export const fileName = z.string().max(256).nullish();
