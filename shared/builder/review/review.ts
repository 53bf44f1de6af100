import type { Change } from '../../workspace/index.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { changesOfParts, withRoom } from './accept.ts';
import { type Judged, judgeParts } from './judge.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import { shownPart, shownReason } from './show.ts';

/** A part that was not accepted and is still wanted: as it was shown, with what is wrong with it. */
export type Rework = { path: string; shown: string; reason: string };

export type Review = {
  /** With what was accepted, and nothing else. */
  draft: Draft;
  /** What nobody accepted in the end. */
  rework: readonly Rework[];
  /** What the reviewer left out for good. */
  ignored: readonly Rework[];
  rounds: number;
  decidedBy: 'reviewer' | 'person';
};

export type ReviewAsked = {
  /** What the names of the steps begin with. */
  name: string;
  /** What the changes are for: the reviewer judges them by it. */
  task: string;
  /** What was accepted before. */
  draft: Draft;
  /** What is proposed on top of it. */
  changes: readonly Change[];
  /** Answers with new changes, on top of the draft with what was accepted by then. None: what was to be reworked is given up. */
  rework(asked: { name: string; draft: Draft; wanted: readonly Rework[] }): Promise<readonly Change[]>;
};

/** After that a person decides: a reviewer and a writer who do not agree by then seldom do. */
const MAX_ROUNDS = 2;
const NO_ROOM = 'There is no room for this as long as the file or the folder in its place stays.';

type Round = { draft: Draft; proposal: Proposal; accepted: Set<string>; open: Judged[] };

/** Accepts changes hunk by hunk. Nothing gets into the draft that neither the reviewer nor a person accepted. */
export const reviewHunks = async (
  steps: Pick<Steps, 'ask' | 'list' | 'read' | 'person'>,
  asked: ReviewAsked,
): Promise<Review> => {
  let { draft, changes } = asked;
  const ignored: Rework[] = [];
  for (let round = 1; ; round += 1) {
    const name = `${asked.name}/${round}`;
    const { judged, ...result } = await roundOf(steps, { ...asked, name, draft, changes });
    ignored.push(...judged.filter(({ verdict }) => verdict === 'ignore').map(reworkOf));
    if (round === MAX_ROUNDS && result.open.length > 0) {
      return { ...(await byPerson(steps, `${name}/person`, result)), ignored, rounds: round };
    }
    draft = withParts(result, result.accepted);
    if (result.open.length === 0) return { draft, rework: [], ignored, rounds: round, decidedBy: 'reviewer' };
    const wanted = result.open.map(reworkOf);
    changes = await asked.rework({ name: `${name}/rework`, draft, wanted });
    if (changes.length === 0) return { draft, rework: wanted, ignored, rounds: round, decidedBy: 'reviewer' };
  }
};

const withParts = ({ draft, proposal }: Round, accepted: ReadonlySet<string>): Draft => ({
  base: draft.base,
  changes: [...draft.changes, ...changesOfParts(proposal.files, accepted)],
});

const reworkOf = ({ part, reason }: Judged): Rework => ({ path: part.path, shown: shownPart(part), reason });

const roundOf = async (
  steps: Pick<Steps, 'ask' | 'list' | 'read'>,
  { name, task, draft, changes }: Omit<ReviewAsked, 'rework'>,
): Promise<Round & { judged: Judged[] }> => {
  const proposal = await proposalOf(steps, { name, draft, changes });
  const parts = proposal.files.flatMap((file) => file.parts);
  const judged = await judgeParts(steps, { name: `${name}/review`, task, draft, parts });
  const wanted = new Set(judged.filter(({ verdict }) => verdict === 'apply').map(({ part }) => part.id));
  const accepted = withRoom(proposal, wanted);
  const open = judged.flatMap((one): Judged[] => {
    if (one.verdict === 'rework') return [one];
    const isCrowded = one.verdict === 'apply' && !accepted.has(one.part.id);
    return isCrowded ? [{ ...one, verdict: 'rework', reason: NO_ROOM }] : [];
  });
  return { draft, proposal, accepted, open, judged };
};

/** A person is shown what is open. They agree to all of it, or to what they leave in the text: a part without its heading is left out. */
const byPerson = async (
  steps: Pick<Steps, 'person'>,
  name: string,
  round: Round,
): Promise<Pick<Review, 'draft' | 'rework' | 'decidedBy'>> => {
  const { proposal, accepted, open } = round;
  const verdict = await steps.person(name, {
    about: 'review',
    title: `${open.length} ${open.length === 1 ? 'change' : 'changes'} the reviewer did not accept`,
    content: open.map(({ part, reason }) => `${shownPart(part)}\n${shownReason(reason)}`).join('\n\n'),
  });
  const kept = verdict.verdict === 'approved' ? headingsIn(verdict.content) : new Set<string>();
  const agreed = open.map(({ part }) => part.id).filter((id) => kept.has(id));
  const all = withRoom(proposal, new Set([...accepted, ...agreed]));
  const left = open.filter((one) => !all.has(one.part.id));
  const reason = verdict.verdict === 'rejected' ? verdict.reason : undefined;
  return {
    draft: withParts(round, all),
    rework: left.map((one) => reworkOf(reason === undefined ? one : { ...one, reason })),
    decidedBy: 'person',
  };
};

/** Lines end where those that are shown do, and nowhere else: `^` of a pattern knows other ends. */
const headingsIn = (content: string): Set<string> =>
  new Set(content.split('\n').flatMap((line) => /^### (h\d+) /.exec(line)?.[1] ?? []));
