import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { lookForApprovals } from '../../../app/project/approvals.ts';
import { project } from '../../../app/project/project.ts';
import { Countdown } from '../../../design/figure/countdown.tsx';
import { Json } from '../../../design/show/code.tsx';
import { texts } from '../../../texts/index.ts';
import type { Approval, Decision } from '../api.ts';
import { Answering } from './answering.tsx';
import { Deciding } from './deciding.tsx';
import { proposalIn } from './proposal.ts';

/** One thing that is asked, answered in place. */
export const AskedOne = ({ approval, onDecided }: { approval: Approval; onDecided: () => void }) => {
  const [isDecided, setDecided] = useState(false);
  const t = texts().builds;
  const proposal = proposalIn(approval.payload as Record<string, unknown>);
  const { run, isBusy, problem } = useAction(async (decision: Decision) => {
    await artel().call('POST /my/projects/{project_id}/approvals/{approval_id}/confirm', {
      path: { project_id: project.value, approval_id: approval.id },
      body: decision,
    });
    // It stands in the list until that is read again, and cannot be decided twice.
    setDecided(true);
    notify(t.told);
    onDecided();
    // The count beside "Approvals" is looked at from time to time anyway.
    void lookForApprovals().catch(() => undefined);
  });
  if (isDecided) return null;
  const shared = {
    isBusy: isBusy.value,
    problem: problem.value,
    onDecide: (decision: Decision) => void run(decision),
  };
  return (
    <article class="card asked" aria-label={proposal.title}>
      <h3 dir="auto">{proposal.title}</h3>
      <p class="hint">
        {t.decideUntil} <Countdown at={approval.expires_at} />
      </p>
      {approval.kind !== 'proposal' && (
        <>
          <Json label={t.whatIsAsked} value={approval.payload} />
          <a href={href({ screen: 'approvals', item: approval.id })}>{t.decideThere}</a>
        </>
      )}
      {approval.kind === 'proposal' &&
        (proposal.about === 'question' || proposal.about === 'troubleshoot' ? (
          <Answering proposal={proposal} {...shared} />
        ) : (
          <Deciding proposal={proposal} {...shared} />
        ))}
    </article>
  );
};
