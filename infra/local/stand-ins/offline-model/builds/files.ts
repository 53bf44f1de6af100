import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Kind, Part } from './kinds/kind.ts';

const APPS = join(import.meta.dirname, 'apps');
const TEMPLATES = resolve(import.meta.dirname, '../../../../../shared/builder/templates');

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The wish where a file has a place for it: as a string in JavaScript, escaped in HTML. */
const filled = (path: string, text: string, wish: string): string => {
  const asHtml = wish.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
  return path.endsWith('.js')
    ? text.replaceAll("'{{wish}}'", () => JSON.stringify(wish))
    : text.replaceAll('{{wish}}', () => asHtml);
};

/** The name of a page stands in its document. */
const titledBy = ({ title }: Kind, text: string): string =>
  text.replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`);

/** What a file of a kind holds: its own, or the template's. `undefined`: neither has it. */
export function contentOf(kind: Kind, path: string, wish: string): string | undefined {
  const own = join(APPS, kind.id, path);
  if (existsSync(own)) return filled(path, readFileSync(own, 'utf8'), wish);
  const template = join(TEMPLATES, kind.template, path);
  if (!existsSync(template)) return undefined;
  const text = readFileSync(template, 'utf8');
  return path === 'public/index.html' ? titledBy(kind, text) : text;
}

/** The task that comes first in an empty project: the template, but for what other tasks write. */
export function basePart(kind: Kind): Part {
  const root = join(TEMPLATES, kind.template);
  const later = new Set(kind.parts.flatMap((part) => [...part.files.map(({ path }) => path), ...(part.removes ?? [])]));
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !later.has(path))
    .sort()
    .map((path) => ({ path, purpose: 'As the template has it' }));
  return { id: 'base', title: `The template ${kind.template}`, files };
}

type Package = { scripts?: { test?: string; build?: string }; artel?: { web_folder?: string } };

/** The `package.json` of a template. */
export const packageOf = ({ template }: Kind): string =>
  readFileSync(join(TEMPLATES, template, 'package.json'), 'utf8');

/** How a project is tested, built and shown, by its `package.json`. One that does not say how it is tested has no tests. */
export function commandsIn(packageJson: string) {
  const { scripts, artel } = readPackage(packageJson);
  return {
    test_command: scripts?.test ?? 'true',
    build_command: scripts?.build ?? null,
    web_folder: artel?.web_folder ?? null,
  };
}

function readPackage(text: string): Package {
  try {
    return JSON.parse(text) as Package;
  } catch {
    // A SyntaxError: whoever wrote it, it says nothing.
    return {};
  }
}
