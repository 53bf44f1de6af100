import { isFresh } from './design.ts';
import { kindOf, linesOf, markOf, section } from './input.ts';
import { kinds, knownKinds } from './kinds/all.ts';
import type { Kind } from './kinds/kind.ts';
import { note } from './note.ts';

const MAX_QUOTED = 500;

const listed = new Intl.ListFormat('en').format(knownKinds);

/** What a person has to know who expects more: it stands in the specification, which they read first. */
const aboutRules = (kind: Kind): string => {
  const what = kind.fulfils
    ? `It has rules for ${listed}, and this wish is one of them.`
    : `It has rules for ${listed}; this wish is none of them, so it makes the nearest thing it can, with the wish in it.`;
  return `The offline model writes by fixed rules and understands nothing. ${what} ${markOf(kind)}`;
};

/** A file of each template that tells a project which stands on it. */
const SIGNS: Record<Kind['template'], string> = {
  'front-end': 'src/mount.js',
  'static-site': 'layout.html',
  api: 'src/api.js',
  'command-line': 'src/command.js',
};

const isThere = ({ parts }: Kind, paths: readonly string[]): boolean =>
  parts.every(({ files }) => files.every(({ path }) => paths.includes(path)));

/** Rules write where nothing is in their way, or over their template. What somebody has made already they leave alone. */
const mayWrite = (kind: Kind, paths: readonly string[]): boolean =>
  isFresh(kind, paths) || (paths.includes(SIGNS[kind.template]) && !kinds.some((one) => isThere(one, paths)));

/** The specification of a wish: that of its kind, with the wish quoted in it. */
export function specify(input: string): object {
  const wish = section(input, 'The wish').replace(/\s+/g, ' ').slice(0, MAX_QUOTED);
  const asked = kindOf(wish);
  const kind = mayWrite(asked, linesOf(section(input, 'Files of the project'))) ? asked : note;
  const sentBack = section(input, 'Why it was sent back');
  return {
    title: kind.title,
    summary: `${kind.summary}\n\n> ${wish}\n\n${aboutRules(kind)}`,
    features: kind.features,
    out_of_scope: [
      ...kind.outOfScope,
      ...(sentBack === '' ? [] : [`“${sentBack.slice(0, 300)}”: the offline model cannot follow a reason.`]),
    ],
    questions: [],
  };
}
