import { hasDraft, type PlanStage, type Round } from './items.ts';

/** Whether drafting is over: a draft, or the lack of a valid plan, is recorded. */
export const isDrawnUp = (round: Round | undefined): round is Round =>
  round !== undefined && (round.state !== 'drafted' || hasDraft(round) || round.error !== undefined);

/** The next phase of a round that is not in force yet. */
export const stageOf = (round: Round): PlanStage => {
  if (round.state === 'open') return 'run';
  if (round.state !== 'drafted') return 'review';
  if (round.error) return 'conclude';
  if (!isDrawnUp(round)) return 'draft';
  if (!round.asks || round.verdict === 'approved') return 'open';
  return round.verdict === undefined ? 'ask' : 'conclude';
};
