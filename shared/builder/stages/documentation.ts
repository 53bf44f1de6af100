import { technicalWriter } from '../roles/technical-writer.ts';
import { keepReviewed } from './keep.ts';
import { show } from './show.ts';
import { propose, type StageRun, sections, sentBack } from './work.ts';

/** Describes what was built. A README that others changed at the same time, or that the reviewer does not accept, stays as it was. */
export const document: StageRun = async (steps, work, name) => {
  const draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const paths = await steps.list(`${name}/files`, { draft });
  const readme = { draft, path: 'README.md' };
  const input = sections({
    Specification: work.specification,
    Architecture: JSON.stringify(work.architecture, null, 2),
    'README.md as it is': (paths.includes('README.md') && (await steps.read(`${name}/readme`, readme))) || '',
    'Files of the project': paths.join('\n'),
  });
  const { readme: written, summary } = await steps.ask(`${name}/write`, { role: technicalWriter, input, draft });
  const changes = [{ path: 'README.md', content: written }];
  const task = `A README that says what this is and how it is used:\n${work.specification}`;
  const kept = await keepReviewed(steps, { name, task, draft, changes, reason: 'README' });
  if (kept.outcome !== 'committed')
    await steps.tell(`${name}/kept`, { stage: 'documentation', text: 'The README stays as it is.' });
  work.summary = summary;
  return 'passed';
};

/** The person sees what they get. What they send back becomes further work. */
export const release: StageRun = async (steps, work, name) => {
  await show(steps, work, `${name}/preview`);
  const shown = { about: 'release', title: 'Release', content: work.summary, at: 'milestone' as const };
  const verdict = await propose(steps, work, { name: `${name}/agree`, ...shown });
  if (verdict.verdict !== 'approved') return sentBack(work, verdict, 'release');
  work.summary = verdict.content;
  return 'accepted';
};
