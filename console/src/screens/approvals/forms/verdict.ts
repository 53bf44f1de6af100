import { ArtelError } from '../../../../../clients/typescript/src/index.ts';
import { type Action, useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { type Approval, decide, type Verdict } from '../../../app/project/decide.ts';
import { texts } from '../../../texts/index.ts';

export type VerdictAction = Action<[Verdict], Approval>;

export type FormProps = {
  approval: Approval;
  onDecided: (decided: Approval) => void;
  /** It was decided, or has expired, meanwhile. */
  onStale: () => void;
};

const isStale = (thrown: unknown): boolean => thrown instanceof ArtelError && thrown.status === 409;

/** Sends a decision, says that it was taken, and shows what became of the approval. */
export const useVerdict = ({ approval, onDecided, onStale }: FormProps): VerdictAction =>
  useAction(async (verdict: Verdict) => {
    const { approvals } = texts();
    const decided = await decide(approval.id, verdict).catch((thrown: unknown) => {
      if (isStale(thrown)) {
        notify(approvals.wasDecided, { kind: 'failed' });
        onStale();
      }
      throw thrown;
    });
    notify(approvals.done[verdict.decision] ?? approvals.done.approve ?? '');
    onDecided(decided);
    return decided;
  });

/** A reason only where one was given: the API takes none that is empty. */
export const withReason = (reason: string): { reason?: string } => {
  const said = reason.trim();
  return said === '' ? {} : { reason: said };
};

export const MAX_REASON = 2_000;
