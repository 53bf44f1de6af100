import type { ContentPart } from '../../gateway/index.ts';
import { type DocumentBlock, type ImageBlock, type ShownBlock, textOfBlocks } from './blocks.ts';
import { cacheOf } from './cache-control.ts';

/** What a block shows to the model: one part, or a document and the pictures in it. */
export const partsOf = (block: ShownBlock): ContentPart[] => {
  const cached = cacheOf(block);
  switch (block.type) {
    case 'text':
      return [{ type: 'text', text: block.text, ...cached }];
    case 'document': {
      const parts = documentParts(block);
      return parts.with(-1, { ...parts.at(-1)!, ...cached });
    }
    case 'search_result':
      return [{ type: 'text', text: `${block.title}\n${block.source}\n${textOfBlocks(block.content)}`, ...cached }];
    case 'tool_reference':
      return [{ type: 'text', text: `The tool ${block.tool_name}.` }];
    case 'image':
      return [{ ...imagePart(block), ...cached }];
  }
};

const imagePart = ({ source }: ImageBlock): ContentPart => ({
  type: 'image',
  url: source.type === 'url' ? source.url : `data:${source.media_type};base64,${source.data}`,
});

const documentParts = ({ source, title, context }: DocumentBlock): ContentPart[] => {
  const about = { ...(title && { title }), ...(context && { context }) };
  const ofText = (passages: string[]): ContentPart => ({ type: 'document', source: { passages }, ...about });
  switch (source.type) {
    case 'base64':
      return [{ type: 'document', source: { url: `data:${source.media_type};base64,${source.data}` }, ...about }];
    case 'url':
      return [{ type: 'document', source: { url: source.url }, ...about }];
    case 'text':
      return [ofText([source.data])];
    case 'content': {
      if (typeof source.content === 'string') return [ofText([source.content])];
      const passages = source.content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
      const pictures = source.content.flatMap((block) => (block.type === 'image' ? [imagePart(block)] : []));
      return [ofText(passages), ...pictures];
    }
  }
};
