import { hasDraft, type PlanStage, type Round } from './items.ts';

/** Whether drafting is over: a draft is recorded, or that there is no valid plan. */
export const isDrawnUp = (round: Round | undefined): round is Round =>
  round !== undefined && (round.state !== 'drafted' || hasDraft(round) || round.error !== undefined);

/** What a round that is not in force yet needs next. */
export const stageOf = (round: Round): PlanStage => {
  if (round.state === 'open') return 'run';
  if (round.state !== 'drafted') return 'review';
  if (round.error) return 'conclude';
  if (!isDrawnUp(round)) return 'draft';
  if (!round.asks || round.verdict === 'approved') return 'open';
  return round.verdict === undefined ? 'ask' : 'conclude';
};
