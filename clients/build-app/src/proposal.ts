export type Proposal = { about: string; title: string; content: string };

/** Forms in which the team proposes things, as far as a person reads them. */
type Plan = { tasks: { id: string; title: string; depends_on?: string[] }[] };
type Architecture = { overview: string; files: { path: string; purpose: string }[]; test_command: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPlan = (value: unknown): value is Plan => isObject(value) && Array.isArray(value.tasks);
const isArchitecture = (value: unknown): value is Architecture =>
  isObject(value) && typeof value.overview === 'string' && Array.isArray(value.files);

const planLines = ({ tasks }: Plan): string[] =>
  tasks.map(({ id, title, depends_on = [] }) => {
    const after = depends_on.length > 0 ? ` (after ${depends_on.join(', ')})` : '';
    return `${id}: ${title}${after}`;
  });

const architectureLines = ({ overview, files, test_command }: Architecture): string[] => {
  const width = Math.max(...files.map(({ path }) => path.length));
  return [
    ...wrapped(overview),
    '',
    ...files.map(({ path, purpose }) => `${path.padEnd(width)}  ${purpose}`),
    '',
    `Tested by: ${test_command}`,
  ];
};

/** A proposal as it is read best: what is JSON for the service as lines for a person, anything else as it is. */
export function linesOfProposal({ content }: Proposal): string[] {
  const parsed = parse(content);
  if (isPlan(parsed)) return planLines(parsed);
  if (isArchitecture(parsed)) return architectureLines(parsed);
  return content.split('\n').flatMap(wrapped);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError: it is written for people already.
    return undefined;
  }
}

const MAX_WIDTH = 100;

/** A line as several that fit a terminal. */
function wrapped(line: string): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= MAX_WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
