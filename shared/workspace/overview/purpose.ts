import { excerpt } from '../../core/excerpt.ts';
import type { Seen } from './commands.ts';
import { packageIn } from './package-json.ts';

export const READMES = ['README.md', 'readme.md', 'Readme.md', 'README', 'README.txt', 'README.rst'];
const MAX_NAME = 200;
const MAX_SUMMARY = 1_000;

/** What a project says it is, in the first of its files that does. */
export const purposeIn = ({ texts }: Seen): { name: string | null; summary: string | null } => {
  const { name, description } = packageIn(texts.get('package.json'));
  const readme = READMES.map((file) => texts.get(file)).find((text) => text !== undefined) ?? '';
  const others = ['pyproject.toml', 'Cargo.toml'].map((file) => texts.get(file) ?? '');
  const said = (key: string) => others.map((text) => tomlText(text, key)).find((value) => value !== undefined);
  return {
    name: shown(name ?? said('name') ?? headingOf(readme), MAX_NAME),
    summary: shown(description ?? said('description') ?? paragraphOf(readme), MAX_SUMMARY),
  };
};

const shown = (text: string | undefined, length: number): string | null =>
  text === undefined || text.trim() === '' ? null : excerpt(text.trim(), length);

/** A text of a line `key = "…"` in TOML; the first, which in both formats is the package's own. */
const tomlText = (toml: string, key: string): string | undefined =>
  new RegExp(`^${key}[ \\t]*=[ \\t]*["']([^"'\\n]*)["']`, 'm').exec(toml)?.[1];

const headingOf = (markdown: string): string | undefined => /^#[ \t]+(\S.*)$/m.exec(markdown)?.[1];

/** The first paragraph that is one: no heading, image, badge, list, table, quotation or code. */
const paragraphOf = (markdown: string): string | undefined =>
  markdown
    .split(/\r?\n[ \t]*\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .filter((line) => !/^#|^[=-]{3,}/.test(line))
        .join(' ')
        .trim(),
    )
    .find((block) => /^[\p{L}\p{N}*_`"“]/u.test(block) && !/^(```|[*-] )/.test(block));
