import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useResource } from '../../api/resource.ts';
import { href } from '../../app/place/route.ts';
import { pendingApprovals } from '../../app/project/approvals.ts';
import { type Approval, findApproval } from '../../app/project/decide.ts';
import { Countdown } from '../../design/figure/countdown.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Risk, State } from '../../design/show/badge.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { Decided } from './decided.tsx';
import { PlanForm } from './forms/plan.tsx';
import { ProposalForm } from './forms/proposal.tsx';
import { QuestionForm } from './forms/question.tsx';
import { ToolForm } from './forms/tool.tsx';
import { UnknownOutcomeForm } from './forms/unknown-outcome.tsx';
import type { FormProps } from './forms/verdict.ts';
import { subjectOf, textIn } from './subject.ts';

const FORMS: Record<Approval['kind'], ComponentType<FormProps>> = {
  tool: ToolForm,
  unknown_outcome: UnknownOutcomeForm,
  question: QuestionForm,
  plan: PlanForm,
  proposal: ProposalForm,
};

const About = ({ approval }: { approval: Approval }) => {
  const { approvals, runs } = texts();
  const { kind, risk, status, payload, expires_at, created_at, resolved_at } = approval;
  const { host, method, description } = payload;
  return (
    <>
      <Facts
        facts={[
          [approvals.kind, approvals.kinds[kind] ?? kind],
          [approvals.risk, <Risk key="risk" risk={risk} />],
          [approvals.status, <State key="status" state={status} />],
          [approvals.expires, status === 'pending' ? <Countdown key="expires" at={expires_at} /> : undefined],
          [approvals.asked_at, <Time key="asked" at={created_at} />],
          [approvals.resolved, resolved_at ? <Time key="resolved" at={resolved_at} /> : undefined],
          [approvals.toolAbout, description ? <span dir="auto">{textIn(description)}</span> : undefined],
          [approvals.host, host ? `${textIn(method)} ${textIn(host)}`.trim() : undefined],
        ]}
      />
      <p class="links">
        <a href={href({ screen: 'runs', item: approval.run_id })}>{runs.toRun}</a>
        <a href={href({ screen: 'chat', item: approval.session_id })}>{runs.toChat}</a>
      </p>
    </>
  );
};

/** One question to the person, with all that is known of it, and the form that answers it. */
export const Item = ({ id }: { id: string }) => {
  const read = useResource((signal) => findApproval(id, signal), [id]);
  const { screens, approvals } = texts();
  const known = read.data.value;
  const count = pendingApprovals.value;
  // Another count may mean that this one was decided elsewhere, or has expired.
  useEffect(() => {
    if (read.data.peek()?.status === 'pending') void read.reload();
  }, [count]);
  const Form = known && FORMS[known.kind];
  return (
    <Page
      title={known ? subjectOf(known) : approvals.single}
      back={{ href: href({ screen: 'approvals' }), label: screens.approvals }}
    >
      <Loaded from={read}>
        {(approval) => (
          <>
            <About approval={approval} />
            {approval.status === 'pending' && Form ? (
              <Form approval={approval} onDecided={(decided) => read.set(decided)} onStale={() => void read.reload()} />
            ) : (
              <Decided approval={approval} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
