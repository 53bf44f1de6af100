import { kindIn, linesOf, section, wishIn } from './input.ts';
import { knownKinds } from './kinds/all.ts';
import type { Kind } from './kinds/kind.ts';
import { note, WISHES } from './note.ts';

type Architecture = { test_command?: string; build_command?: string; web_folder?: string };

const architectureIn = (input: string): Architecture => {
  try {
    return JSON.parse(section(input, 'Architecture')) as Architecture;
  } catch {
    // A SyntaxError: a person wrote it in their own words.
    return {};
  }
};

/** The README, and what the person is told. `readme`: what stands there, which a note leaves as it is. */
export function document(input: string, readme: string | undefined): object {
  const specification = section(input, 'Specification');
  const kind = kindIn(specification);
  const wish = wishIn(specification);
  if (kind === note) {
    return {
      readme: readme ?? '# A project\n',
      summary: `The offline model has no rule for a change of what is there. The program is as it was; your wish stands in ${WISHES}. With a real model (OPENAI_API_KEY or ANTHROPIC_API_KEY), continue the build.`,
    };
  }
  return {
    readme: readmeOf(kind, { wish, ...architectureIn(input) }),
    summary: `${summaryOf(kind, wish)}${openIn(input)}`,
  };
}

const readmeOf = (kind: Kind, { wish, test_command, build_command, web_folder }: Architecture & { wish: string }) =>
  `${[
    `# ${kind.title}`,
    `${kind.summary} It was wished for in these words:`,
    `> ${wish}`,
    ...kind.features.map(({ name, behaviour }) => `**${name}.** ${behaviour}`),
    '## Commands',
    [
      `- \`${test_command ?? 'node test/run.js'}\` runs the tests.`,
      ...(build_command ? [`- \`${build_command}\` builds it into \`${web_folder ?? 'dist'}/\`.`] : []),
      ...(kind.template === 'api' ? ['- `node src/server.js` starts it, on port 3000 or `PORT`.'] : []),
    ].join('\n'),
    '## Files',
    kind.parts.flatMap(({ files }) => files.map(({ path, purpose }) => `- \`${path}\`: ${purpose}`)).join('\n'),
    'The rest is as its template has it.',
    '## Left out',
    kind.outOfScope.map((one) => `- ${one}`).join('\n'),
  ].join('\n\n')}\n`;

/** What was sent back, and could not be done. */
const openIn = (input: string): string =>
  linesOf(section(input, 'Files of the project')).includes(WISHES) ? ` What it could not do stands in ${WISHES}.` : '';

function summaryOf(kind: Kind, wish: string): string {
  if (kind.fulfils) return `${kind.summary} The offline model wrote it by rules that it has for ${kind.name}.`;
  const known = new Intl.ListFormat('en', { type: 'disjunction' }).format(knownKinds);
  return `I am the offline model and can build only a few things: ask for ${known}. “${wish}” is none of them, so this is the nearest I have: ${kind.summary} With a real model (OPENAI_API_KEY or ANTHROPIC_API_KEY), continue the build and it is written for real.`;
}
