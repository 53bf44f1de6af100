import { transformSync } from 'esbuild';

/** What people read in other places than between tags. */
const ATTRIBUTE = /[{,]\s*(?:label|title|placeholder|alt|hint|"aria-label"): "([^"]*\p{L}[^"]*)"/gu;
const LITERAL = /^"((?:[^"\\]|\\.)*\p{L}(?:[^"\\]|\\.)*)"$/u;
/** The same in every language: what stands on a key of a keyboard, and each language's own name. */
const OF_ALL = ['Ctrl K', 'English', 'Русский', 'https://', 'Authorization'];

/** Texts that a component has in itself, read from the calls that its tags become. */
export const ownTexts = (source: string): string[] => {
  const { code } = transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
  });
  const children = [...code.matchAll(/\bchildren: (\[)?/g)].flatMap(({ 0: { length }, 1: list, index }) =>
    partsAt(code, index + length, list !== undefined),
  );
  const between = children.flatMap((part) => LITERAL.exec(part.trim())?.[1] ?? []);
  const attributes = [...code.matchAll(ATTRIBUTE)].map(([, own = '']) => own);
  return [...between, ...attributes].filter((own) => !OF_ALL.includes(own));
};

/** The parts of a list that begins at this place, or the one value, up to where its brackets close. */
const partsAt = (code: string, from: number, isList: boolean): string[] => {
  const parts = [''];
  let [depth, quote] = [0, ''];
  for (let at = from; at < code.length; at += 1) {
    const sign = code[at] as string;
    if (quote) {
      if (sign === '\\') parts[parts.length - 1] += code[at++];
      else if (sign === quote) quote = '';
    } else if (/["'`]/.test(sign)) quote = sign;
    else if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (sign === ',' && depth === 0) {
      if (!isList) break;
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += code[at];
  }
  return parts;
};
