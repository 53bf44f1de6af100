/**
 * Whether an object in a valid JSON text has a name twice. Parsers keep the last one, or the first: what one program checks,
 * another may not read (RFC 8725, section 2.4 is of this kind). Names are compared as they are meant, not as they are spelled.
 */
export const repeatsName = (text: string): boolean => {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfText(text, at);
      const names = open.at(-1);
      if (names && isName(text, end)) {
        const name = JSON.parse(text.slice(at, end)) as string;
        if (names.has(name)) return true;
        names.add(name);
      }
      at = end - 1;
    }
  }
  return false;
};

/** The place after the closing quotation mark. */
const endOfText = (text: string, begin: number): number => {
  let at = begin + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
};

const isName = (text: string, end: number): boolean => /^\s*:/.test(text.slice(end, end + 64));
