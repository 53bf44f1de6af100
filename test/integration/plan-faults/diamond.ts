import { type GivenTask, isPlanning, promptOf, sendPlan, taskIn } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import type { World } from './world.ts';

/** The plan that is struck again and again: a diamond whose right branch fails, so that a second round takes its place. */
export type Diamond = { ref: string; session: string; run: string };

type Reply = { text: string } | { status: number };

/** In `request` and in every description stands which plan it is about: `#12`. */
export const refIn = (text: string): string => /#(\d+)/.exec(text)?.[0] ?? '';

export const resultOf = (task: string): string => `Result of ${task}.`;

/** A model without memory: what it answers follows from its prompt alone. The right branch never works at first. */
export const thinker = (request: RecordedRequest): Reply => {
  const prompt = promptOf(request);
  if (isPlanning(request)) return { text: JSON.stringify(secondRound(refIn(prompt.split('## Request')[1] ?? ''))) };
  const task = taskIn(request) ?? '';
  return task.startsWith('Right #') ? { status: 400 } : { text: resultOf(task) };
};

const firstRound = (ref: string) => [
  { id: 'a', description: `Gather ${ref}`, agent: 'ann' },
  { id: 'b', description: `Left ${ref}`, agent: 'ben', depends_on: ['a'] },
  { id: 'c', description: `Right ${ref}`, agent: 'cleo', depends_on: ['a'] },
  { id: 'd', description: `Join ${ref}`, agent: 'ann', depends_on: ['b', 'c'] },
];

const secondRound = (ref: string) => ({
  tasks: [
    { id: 'e', description: `Right again ${ref}`, agent: 'cleo' },
    { id: 'f', description: `Join again ${ref}`, agent: 'ann', depends_on: ['b', 'e'] },
  ],
});

/** How each task ends whatever happens on the way, and how often the model is asked for it when nothing does. */
export const FATES = { a: 'completed', b: 'completed', c: 'failed', d: 'skipped', e: 'completed', f: 'completed' };
export const answerOf = ({ ref }: Diamond): string => resultOf(`Join again ${ref}`);

let plans = 0;

export const startDiamond = (world: World): Promise<Diamond> => startPlan(world, firstRound);

/** A plan in a session of its own; `draw` is told what stands in each description. */
export const startPlan = async ({ alice }: World, draw: (ref: string) => GivenTask[]): Promise<Diamond> => {
  plans += 1;
  const ref = `#${plans}`;
  const session = (await alice.call<{ id: string }>('POST', '/my/chat/sessions', {})).body.id;
  const sent = await sendPlan(alice, session, draw(ref), { content: `Do all of ${ref}` });
  if (sent.status !== 202) throw new Error(`The plan was refused: ${JSON.stringify(sent.body)}`);
  return { ref, session, run: sent.body.run.id };
};

/** What a request is about: a task by its description, or a plan. */
export const subjectOf = (request: RecordedRequest): string =>
  isPlanning(request)
    ? `Plan ${refIn(promptOf(request).split('## Request')[1] ?? '')}`
    : (taskIn(request) ?? 'something else');

/** How often the model was asked for each task of a plan, and for the plan. */
export const asked = ({ artel }: World, { ref }: Diamond): Map<string, number> => {
  const chats = artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions'));
  const counts = new Map<string, number>();
  for (const subject of chats.map(subjectOf)) {
    if (subject.endsWith(` ${ref}`)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return counts;
};
