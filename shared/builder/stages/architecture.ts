import { type Architecture, architect, architecture } from '../roles/architect.ts';
import { proposeJson } from './edited-json.ts';
import { askForTests, overviewText } from './existing.ts';
import { type StageRun, sections, sentBack } from './work.ts';

/** How it is built, and how it is tested. */
export const design: StageRun = async (steps, work, name) => {
  const draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const tests = await askForTests(steps, work, name);
  if (typeof tests !== 'string') return sentBack(work, tests, 'architecture');
  const input = sections({
    Specification: work.specification,
    'The project as it is': overviewText(work.overview),
    'What the person says of its tests': tests,
    'Files of the project': (await steps.list(`${name}/files`, { draft })).join('\n'),
    'The architecture that was sent back': work.complaint === '' ? '' : JSON.stringify(work.architecture),
    'Why it was sent back': work.complaint,
  });
  const drawn = await steps.ask(`${name}/draw`, { role: architect, input, draft });
  work.architecture = drawn;
  const agreed = await proposeJson<Architecture>(steps, work, {
    name: `${name}/agree`,
    proposal: { about: 'architecture', title: 'Architecture' },
    output: drawn,
    form: architecture,
  });
  if ('verdict' in agreed) return sentBack(work, agreed, 'architecture');
  work.architecture = agreed.output;
  work.complaint = '';
  const webFolder = agreed.output.web_folder ?? null;
  await steps.tell(`${name}/agreed`, { stage: 'architecture', text: 'The architecture stands.', webFolder });
  return 'accepted';
};
