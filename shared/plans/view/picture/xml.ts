/** Characters XML 1.0 cannot hold (section 2.2), and those that would let a text change how its surroundings read. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}/gu;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Somebody's text without what a document or a screen cannot hold. */
export const clean = (text: string): string => text.toWellFormed().replace(UNFIT, '');

/** A text between tags. It must never be put into an attribute: quotes stay as they are. */
export const content = (text: string): string => clean(text).replace(/[&<>]/g, (character) => ENTITIES[character]!);

/** `<name a="1">inside</name>`. Attributes are our own numbers and words, never somebody's text. */
export const element = (name: string, attributes: Record<string, string | number | undefined>, inside = ''): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${value}"`,
  );
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
};
