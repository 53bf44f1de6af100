import { user } from '../../app/person/session.ts';
import type { Approval } from '../../app/project/decide.ts';
import { Section } from '../../design/layout/page.tsx';
import { Code, Json } from '../../design/show/code.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { texts } from '../../texts/index.ts';
import { textOf } from './arguments/edited.ts';
import { Diff } from './diff/diff.tsx';
import { textIn } from './subject.ts';

/** What stood before an edit, as the text that was edited. */
const beforeOf = ({ kind, payload }: Approval): string => {
  if (kind === 'proposal') return textIn(payload.content);
  return kind === 'plan' ? textOf({ tasks: payload.tasks }) : textOf(payload.arguments);
};

const afterOf = ({ kind }: Approval, edited: Record<string, unknown>): string =>
  kind === 'proposal' ? textIn(edited.content) : textOf(edited);

/** What was asked, and what was decided about it. */
export const Decided = ({ approval }: { approval: Approval }) => {
  const { approvals } = texts();
  const { kind, payload, status, decision } = approval;
  const edited = decision?.arguments;
  return (
    <>
      <Section title={approvals.decision}>
        <p>{decision ? (approvals.decisions[decision.decision] ?? decision.decision) : approvals.undecided[status]}</p>
        {decision && (
          <Facts
            facts={[
              [approvals.reason, decision.reason ? <span dir="auto">{decision.reason}</span> : undefined],
              [approvals.by, decision.by === user.value?.id ? approvals.you : decision.by],
            ]}
          />
        )}
        {edited && <Diff label={approvals.changes} before={beforeOf(approval)} after={afterOf(approval, edited)} />}
      </Section>
      <Section title={approvals.whatWasAsked}>
        {kind === 'proposal' ? (
          <Code text={textIn(payload.content)} label={approvals.content} />
        ) : (
          <Json value={payload.arguments ?? payload} label={approvals.whatWasAsked} />
        )}
      </Section>
    </>
  );
};
