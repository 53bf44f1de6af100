import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { texts } from '../../../texts/index.ts';
import { Decisions, Outcome } from '../compare/decisions.tsx';
import { Trace } from '../compare/trace.tsx';
import { type Call, loadDiff, type Whose } from './load.ts';

const About = ({ call, whose }: { call: Call; whose: Whose }) => {
  const { policies, cost } = texts();
  const { at, user_id, purpose, model, outcome, session_id, project_id, decisions } = call;
  const chat = session_id?.startsWith('ses_') && whose === 'own' && (
    <a href={href({ screen: 'chat', item: session_id, query: { project: project_id } })}>{policies.openChat}</a>
  );
  return (
    <Facts
      facts={[
        [cost.at, <Time key="at" at={at} />],
        [policies.user, whose === 'all' ? <code>{user_id}</code> : undefined],
        [cost.what, cost.purposes[purpose] ?? purpose],
        [cost.model, model],
        [cost.outcome, <Outcome key="outcome" outcome={outcome} />],
        [cost.session, chat || undefined],
        [policies.decided, <Decisions key="decisions" decisions={decisions} />],
      ]}
    />
  );
};

/** One call: what policies decided about it, and what they changed, before and after. */
export const OneCall = ({ id, whose }: { id: string; whose: Whose }) => {
  const { policies } = texts();
  const diff = useResource((signal) => loadDiff(artel(), { whose, id }, signal), [id, whose]);
  return (
    <Loaded from={diff}>
      {({ call, ...trace }) => (
        <>
          <About call={call} whose={whose} />
          <Section title={policies.beforeAfter}>
            <Trace {...trace} />
          </Section>
        </>
      )}
    </Loaded>
  );
};
