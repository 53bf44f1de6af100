/** An element of an XML document; `text` is its own, decoded. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

const ILLEGAL = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u;
const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d+));/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (raw: string): string => {
  if (raw.replace(REFERENCE, '').includes('&')) throw new Error(`A loose & in ${raw}`);
  if (raw.includes(']]>')) throw new Error(`]]> in ${raw}`);
  return raw.replace(REFERENCE, (_, name?: string, code?: string) =>
    name ? NAMED[name]! : String.fromCodePoint(Number(code)),
  );
};

/**
 * Reads the part of XML 1.0 that a picture of ours may use, and throws at anything else: comments, declarations, CDATA,
 * single quotes, characters that XML cannot hold, elements that are not closed in order, attributes given twice.
 */
export const readXml = (source: string): XmlElement => {
  if (ILLEGAL.test(source)) throw new Error('A character that XML cannot hold.');
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (let at = 0; at < source.length; ) {
    const within = open.at(-1)!;
    if (source[at] !== '<') {
      const end = source.indexOf('<', at) < 0 ? source.length : source.indexOf('<', at);
      within.text += decoded(source.slice(at, end));
      at = end;
      continue;
    }
    const tag = TAG.exec(source.slice(at, at + 1_000_000));
    if (!tag) throw new Error(`No tag: ${source.slice(at, at + 60)}`);
    const [whole, closing, name = '', given = '', empty] = tag;
    at += whole.length;
    if (closing) {
      if (open.pop()?.name !== name || given !== '') throw new Error(`</${name}> closes something else.`);
      continue;
    }
    const pairs = [...given.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, decoded(value)] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`<${name}> has an attribute twice.`);
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
    within.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length > 1 || top.children.length !== 1 || top.text.trim() !== '') throw new Error('Not one element.');
  return top.children[0]!;
};

/** The element and everything in it. */
export const everythingIn = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(everythingIn)];

export const ofClass = (element: XmlElement, name: string): XmlElement[] =>
  everythingIn(element).filter(({ attributes }) => attributes.class?.split(' ').includes(name));
