import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import type { Changed } from '../container/bundle.ts';

/** The rooms whose writes race: what they ask of stored items is what keeps the promises. */
const ROOMS = 'shared/{bus,plans,events,approvals,turns,sessions}/**/*.ts';

/** A condition by its name, in a file that uses it. Without it, some promise must break. */
export type Condition = { file: string; name: string };

export const idOf = ({ file, name }: Condition): string => `${file.slice('shared/'.length, -'.ts'.length)} ${name}`;

/** True of every item, and of none. */
export const ALWAYS = '(attribute_exists(pk) or attribute_not_exists(pk))';

/** Two conditions say themselves what they are, and stand where they are used. */
const PRESENCE = { isThere: "'attribute_exists(#pk)'", isNew: "'attribute_not_exists(#pk)'" } as const;

const ASKS = /#\w+ (=|<|>|<>|<=|>=|in) |attribute_(not_)?exists\(|size\(#/;
const CHANGES = /^['`\s]*(SET|ADD|REMOVE|DELETE) /i;
const isCondition = (text: string): boolean => ASKS.test(text) && !CHANGES.test(text);

const NAMED = /^(?:export )?const (\w+) =\s+'([^'\n]+)';$/gm;

type Source = { file: string; head: string; body: string; named: string[] };

/** A file's imports, and what follows them without comments and without the sentences that its names stand for. */
const sourceOf = (file: string, text: string): Source => {
  const [head, code] = parts(text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));
  const named = [...code.matchAll(NAMED)].flatMap(([, name = '', value = '']) => (isCondition(value) ? [name] : []));
  const body = code.replaceAll(NAMED, (all, name: string) => (named.includes(name) ? '' : all));
  return { file, head, body, named };
};

const parts = (text: string): [string, string] => {
  const end = [...text.matchAll(/^(?:import .*|\} )from '.*';$/gm)].at(-1);
  const at = end ? end.index + end[0].length : 0;
  return [text.slice(0, at), text.slice(at)];
};

/** A use of a name: not where it is given, and not a member of something else. */
const usesOf = (name: string): RegExp =>
  name in PRESENCE
    ? new RegExp(PRESENCE[name as keyof typeof PRESENCE].replaceAll(/[()]/g, '\\$&'), 'g')
    : new RegExp(`(?<!const |[.\\w])${name}\\b(?!:)`, 'g');

const sources = async (): Promise<Source[]> => {
  const found: Source[] = [];
  for await (const file of glob(ROOMS)) found.push(sourceOf(file, readFileSync(file, 'utf8')));
  return found.sort((one, other) => (one.file < other.file ? -1 : 1));
};

/** Every condition of these rooms, in every file that uses it. */
export const conditions = async (): Promise<Condition[]> => {
  const all = await sources();
  const shared = new Set(all.flatMap(({ named }) => named));
  return all.flatMap(({ file, head, body, named }) =>
    [...new Set([...shared, ...Object.keys(PRESENCE)])].flatMap((name) => {
      const isKnown = named.includes(name) || name in PRESENCE || new RegExp(`\\b${name}\\b`).test(head);
      return isKnown && usesOf(name).test(body) ? [{ file, name }] : [];
    }),
  );
};

/** What a write asks of an item without giving it a name. */
export const unnamed = async (): Promise<string[]> =>
  (await sources()).flatMap(({ file, body }) =>
    [...body.matchAll(/\b(?:when|conditions)(?::| =) /g)].flatMap(({ index, 0: { length } }) =>
      [...expressionAt(body, index + length).matchAll(/'[^'\n]*'|`[^`]*`/g)].flatMap(([text]) =>
        isCondition(text) && !Object.values<string>(PRESENCE).includes(text) ? [`${file}: ${text}`] : [],
      ),
    ),
  );

/** From here to where the member or the statement ends. */
const expressionAt = (code: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    const one = code[at] as string;
    if ('([{'.includes(one)) depth += 1;
    else if (')]}'.includes(one)) depth -= 1;
    if (depth < 0 || (depth === 0 && (one === ',' || one === ';'))) return code.slice(from, at);
  }
  return code.slice(from);
};

/** The text of a file in which a condition reads otherwise wherever it is used. `instead` gets the expression it was. */
export const rewritten = (text: string, name: string, instead: (expression: string) => string): string => {
  const [head, code] = parts(text);
  return head + code.replaceAll(usesOf(name), instead);
};

/** The product without these conditions. */
export const without = (...removed: Condition[]): Changed[] =>
  [...Map.groupBy(removed, ({ file }) => file)].map(([file, some]) => ({
    file,
    text: (before) => some.reduce((text, { name }) => rewritten(text, name, () => `'${ALWAYS}'`), before),
  }));
