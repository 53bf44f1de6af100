import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { type Resource, useResource } from '../../../api/resource.ts';
import { notify } from '../../../app/frame/notices.ts';
import { refine } from '../../../app/place/route.ts';
import { type Approval, decide, findApproval, type Verdict } from '../../../app/project/decide.ts';
import { Countdown } from '../../../design/figure/countdown.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Risk } from '../../../design/show/badge.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import type { Plan } from '../state/plan.ts';
import { Editor } from './editor.tsx';
import { Rejection } from './rejection.tsx';

const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

type AskedProps = { plan: Plan; approval: Approval; asked: Resource<Approval>; isEditing: boolean };

const Asked = ({ plan, approval, asked, isEditing }: AskedProps) => {
  const [isRejecting, reject] = useState(false);
  const { plans } = texts();
  const decision = useAction(async (verdict: Verdict) => {
    const decided = await decide(approval.id, verdict);
    notify(verdict.decision === 'reject' ? plans.rejected : plans.approved);
    asked.set(decided);
    return decided;
  });
  const look = (): void => {
    decision.clear();
    reject(false);
    refine({ edit: undefined });
  };
  if (isEditing) return <Editor plan={plan} approval={approval} decision={decision} onClose={look} />;
  const reasons = wordsIn(approval.payload.reasons);
  return (
    <Section title={plans.asksTitle}>
      <div class="card asks">
        <p>{plans.asks}</p>
        <Facts
          facts={[
            [plans.why, reasons.length > 0 ? reasons.join(' ') : undefined],
            [plans.risk, <Risk key="risk" risk={approval.risk} />],
            [plans.until, <Countdown key="until" at={approval.expires_at} />],
          ]}
        />
        {isRejecting ? (
          <Rejection decision={decision} onClose={look} />
        ) : (
          <>
            <ProblemNote problem={decision.problem.value} onRetry={() => void asked.reload()} />
            <Actions>
              <Button
                kind="main"
                isBusy={decision.isBusy.value}
                onClick={() => void decision.run({ decision: 'approve' })}
              >
                {plans.approve}
              </Button>
              <Button onClick={() => refine({ edit: 'yes' })}>{plans.edit}</Button>
              <Button kind="danger" onClick={() => reject(true)}>
                {plans.reject}
              </Button>
            </Actions>
          </>
        )}
      </div>
    </Section>
  );
};

/** The team asks whether this plan may begin: approve it, change it first, or send it back. */
export const Decision = ({ plan, id, isEditing }: { plan: Plan; id: string; isEditing: boolean }) => {
  const asked = useResource((signal) => findApproval(id, signal), [id]);
  return (
    <Loaded from={asked}>
      {(approval) =>
        approval.status === 'pending' && <Asked plan={plan} approval={approval} asked={asked} isEditing={isEditing} />
      }
    </Loaded>
  );
};
