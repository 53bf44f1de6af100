import type { ContentPart } from '../gateway/index.ts';

/** Parts without images and documents become one text, which every provider accepts. */
export const plain = (parts: ContentPart[]): string | ContentPart[] => {
  const texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  return texts.length === parts.length ? texts.join('\n') : parts;
};
