import type { Anthropic } from '@anthropic-ai/sdk';
import { type DocumentPart, documentText } from '../../call/content-parts.ts';
import { ModelError } from '../../call/model-error.ts';

const PDF = 'data:application/pdf;base64,';

/**
 * A document as a block, if anything of it is left. Claude reads documents of text as such; other makers' models behind this
 * API know at most PDFs.
 * Source: https://platform.claude.com/docs/en/build-with-claude/pdf-support
 */
export const documentBlocks = (
  part: DocumentPart,
  model: string,
): (Anthropic.DocumentBlockParam | Anthropic.TextBlockParam)[] => {
  const { source, title, context } = part;
  if ('passages' in source && source.passages.every((text) => text.trim() === '')) return [];
  if ('passages' in source && !/\bclaude\b/.test(model)) return [{ type: 'text', text: documentText(part) }];
  return [{ type: 'document', source: sourceOf(source), ...(title && { title }), ...(context && { context }) }];
};

const sourceOf = (source: DocumentPart['source']): Anthropic.DocumentBlockParam['source'] => {
  if ('passages' in source) {
    const texts = source.passages.filter((text) => text.trim() !== '');
    if (texts.length === 1) return { type: 'text', media_type: 'text/plain', data: texts.join() };
    return { type: 'content', content: texts.map((text) => ({ type: 'text', text })) };
  }
  const { url } = source;
  if (url.startsWith('https:')) return { type: 'url', url };
  if (url.startsWith(PDF)) return { type: 'base64', media_type: 'application/pdf', data: url.slice(PDF.length) };
  const cause = new Error('A document must be text, an https: URL, or a PDF in base64.');
  throw new ModelError('refused', { cause });
};
