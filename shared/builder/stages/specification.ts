import { type Specification, specificationWriter } from '../roles/specification-writer.ts';
import { overviewText } from './existing.ts';
import { propose, type StageRun, sections, sentBack } from './work.ts';

const textOf = ({ title, summary, features, out_of_scope }: Specification): string =>
  [
    `# ${title}`,
    summary,
    ...features.map(({ name, behaviour, acceptance }) =>
      [`## ${name}`, behaviour, ...acceptance.map((one) => `- ${one}`)].join('\n'),
    ),
    ...(out_of_scope.length > 0 ? [`## Out of scope\n${out_of_scope.map((one) => `- ${one}`).join('\n')}`] : []),
  ].join('\n\n');

/** From the wish to a specification that the person agrees to. Questions are asked once. */
export const specify: StageRun = async (steps, work, name) => {
  const draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const paths = await steps.list(`${name}/files`, { draft });
  if (paths.length > 0) work.overview = await steps.overview(`${name}/overview`, { draft });
  const input = (answers: string): string =>
    sections({
      'The wish': work.request,
      'What was said and built before': work.history,
      'The project as it is': overviewText(work.overview),
      'Files of the project': paths.join('\n'),
      'The specification that was sent back': work.complaint === '' ? '' : work.specification,
      'Why it was sent back': work.complaint,
      'The person’s answers to your questions': answers,
    });
  let written = await steps.ask(`${name}/write`, { role: specificationWriter, input: input(''), draft });
  if (written.questions.length > 0 && work.settings.oversight !== 'none') {
    const answered = await steps.person(`${name}/questions`, {
      about: 'question',
      title: 'The team has questions before it begins',
      content: written.questions.map((question) => `${question}\n> `).join('\n'),
    });
    if (answered.verdict === 'expired') return sentBack(work, answered, 'specification');
    const answers =
      answered.verdict === 'approved'
        ? [answered.content, answered.reason ?? ''].join('\n')
        : `The person does not answer them: ${answered.reason}. Decide yourself.`;
    written = await steps.ask(`${name}/write-with-answers`, {
      role: specificationWriter,
      input: input(answers),
      draft,
    });
  }
  work.specification = textOf(written);
  const title = `Specification: ${written.title}`;
  const shown = { about: 'specification', title, content: work.specification, at: 'milestone' as const };
  const verdict = await propose(steps, work, { name: `${name}/agree`, ...shown });
  if (verdict.verdict !== 'approved') return sentBack(work, verdict, 'specification');
  work.specification = verdict.content;
  work.complaint = '';
  return 'accepted';
};
