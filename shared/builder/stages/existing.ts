import type { Overview } from '../../workspace/index.ts';
import type { BuildSteps, Verdict } from '../steps/steps.ts';
import type { Work } from './work.ts';

/** What rules found out about a project that is there already, for a prompt. */
export const overviewText = (overview: Overview | undefined): string => {
  if (!overview) return '';
  const { name, summary, languages, entry_points, manifests, commands } = overview;
  const lines = {
    Name: name ?? '',
    'It says of itself': summary ?? '',
    Languages: languages.map((one) => `${one.name} (${one.files} files)`).join(', '),
    'Entry points': entry_points.join(', '),
    'Said by': manifests.join(', '),
    ...Object.fromEntries(
      Object.entries(commands).map(([kind, found]) => [
        `Command to ${kind}`,
        found ? `${found.command} (${found.found_in})` : '',
      ]),
    ),
  };
  return Object.entries(lines)
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `${heading}: ${text}`)
    .join('\n');
};

type Unanswered = Exclude<Verdict, { verdict: 'approved' | 'rejected' }>;

/** Asks the person once how a project is tested whose files do not say so. Empty: there was nothing to ask. */
export const askForTests = async (steps: BuildSteps, work: Work, name: string): Promise<string | Unanswered> => {
  if (!isToBeAsked(work)) return '';
  const answered = await steps.person(`${name}/tests`, {
    about: 'question',
    title: 'How are the tests of this project run?',
    content: 'No file of the project says so. Name the command; without one the team writes tests of its own.\n> ',
  });
  if (answered.verdict === 'expired') return answered;
  if (answered.verdict === 'rejected') return `They do not say: ${answered.reason}. Decide yourself.`;
  return [answered.content, answered.reason ?? ''].join('\n');
};

/** Of a build that goes on after another the team knows, since it wrote the tests. */
const isToBeAsked = ({ overview, settings, history, entered }: Work): boolean =>
  overview !== undefined &&
  overview.languages.length > 0 &&
  overview.commands.test === null &&
  settings.oversight !== 'none' &&
  history === '' &&
  entered.get('architecture') === 1;
