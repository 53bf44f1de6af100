import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { duration } from '../../design/figure/moment.ts';
import { Money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, formattedNumber, texts } from '../../texts/index.ts';
import type { Names } from './names.ts';
import { type Charge, savedBy } from './saved.ts';

const Outcome = ({ call: { outcome, reason } }: { call: Charge }) => {
  const { outcomes } = texts().cost;
  if (outcome === 'answered') return <>{outcomes.answered}</>;
  return (
    <>
      <Badge tone={outcome === 'cut' ? 'attention' : 'bad'}>{outcomes[outcome] ?? outcome}</Badge>{' '}
      {reason && <span class="hint">{reason}</span>}
    </>
  );
};

const columns = (names: Names) => {
  const { cost } = texts();
  return [
    { title: cost.at, cell: ({ at }: Charge) => <Time at={at} /> },
    {
      title: cost.what,
      cell: (call: Charge) => (
        <span dir="auto">
          {cost.purposes[call.purpose] ?? call.purpose}
          {call.agent_key && ` · ${names.get(call.agent_key) ?? call.agent_key}`}
        </span>
      ),
    },
    { title: cost.model, cell: ({ model }: Charge) => <span dir="auto">{model}</span> },
    { title: cost.outcome, cell: (call: Charge) => <Outcome call={call} /> },
    { title: cost.took, isNumber: true, cell: ({ milliseconds }: Charge) => duration(milliseconds) },
    { title: cost.promptTokens, isNumber: true, cell: (call: Charge) => formattedNumber(call.prompt_tokens) },
    { title: cost.fromCache, isNumber: true, cell: (call: Charge) => formattedNumber(call.cache_read_tokens ?? 0) },
    { title: cost.answerTokens, isNumber: true, cell: (call: Charge) => formattedNumber(call.completion_tokens) },
    {
      title: cost.cost,
      isNumber: true,
      cell: (call: Charge) =>
        call.own_key ? <span title={cost.ownKeyHint}>{cost.ownKey}</span> : <Money dollars={call.cost} />,
    },
  ];
};

/** Every call of a model and what it cost, of all of the person's or of one chat. */
export const Calls = ({ session, names }: { session: string | undefined; names: Names }) => {
  const { cost } = texts();
  const calls = usePages(
    (cursor, signal) => {
      const query = { limit: 50, ...(session && { session_id: session }), ...(cursor !== undefined && { cursor }) };
      return artel().call('GET /my/usage/calls', { query, signal });
    },
    [session],
  );
  const saved = savedBy(calls.items.value ?? []);
  return (
    <Section
      title={session ? filled(cost.callsOf, { chat: names.get(session) ?? session }) : cost.allCalls}
      actions={session && <a href={href({ screen: 'cost', query: { by: 'session' } })}>{cost.showAll}</a>}
    >
      {saved.tokens > 0 && (
        <p class="hint">
          {filled(cost.saved, { tokens: formattedNumber(saved.tokens), calls: formattedNumber(saved.calls) })}
        </p>
      )}
      <Listed from={calls} empty={<Empty title={cost.noCalls}>{cost.nothingHint}</Empty>}>
        {(items) => <Table label={cost.allCalls} rows={items} keyOf={({ id }) => id} columns={columns(names)} />}
      </Listed>
    </Section>
  );
};
