import { readFileSync } from 'node:fs';

const COMMENTS = /\/\*[\s\S]*?\*\//g;
/** A top-level constant, and what its value begins with; the formatter puts nothing else at the start of a line. */
const CONSTANTS = /^(?:export )?const (?:[\w$]+|\{[^}]*\}|\[[^\]]*\])(?:: [^=\n]+)? =\s+(.*)$/gm;
const VARIABLES = /^(?:export )?(?:let|var) /m;
/** Literals, functions, schemas, collections that are full from the start, and what only computes something from these. */
const FIXED = [
  /^(?!\{\}|\[\])['"`\d/\-{[(<]/,
  /^(?:async|true|false|null)\b|^\w+ =>/,
  /^z\b|^\w+\.(?:extend|map|shape|at|parse)\b/,
  /^new (?:Set|Map)(?:<.*>)?\((?!\))/,
  // Keyed by objects of the containers themselves.
  /^new WeakMap\b/,
  /^new (?:RegExp|Uint8Array|Logger|Script|Intl\.\w+)\(/,
  /^(?:Object|Array|JSON|Symbol|String|Intl|ipaddr)\b|^promisify\b/,
  /^[A-Z_]+(?:;| [*+/-] )|^[A-Z_]+\.length/,
  /^TABLE_SCHEMA;|^process\.argv/,
  /^(?:builtin|action|words|wordsSchema|foreignTool|oversightOf|maybe|sizes)\(/,
];

/** Whether a source file keeps something in module state, as a cache does: then each container has a module of its own. */
export const keepsState = (file: string): boolean => {
  const text = readFileSync(file, 'utf8').replaceAll(COMMENTS, '');
  if (VARIABLES.test(text)) return true;
  return [...text.matchAll(CONSTANTS)].some(([, value = '']) => !FIXED.some((kind) => kind.test(value)));
};
