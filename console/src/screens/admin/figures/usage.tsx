import type { components, InputOf } from '../../../../../clients/typescript/src/index.ts';
import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { refine } from '../../../app/place/route.ts';
import { Money } from '../../../design/figure/money.tsx';
import { Select } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { formattedNumber, texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import { UserFilter } from '../user-filter.tsx';
import { UserLink } from '../user-link.tsx';
import { Days, daysIn } from './days.tsx';
import { summed } from './sums.ts';

type Sum = components['schemas']['UsageSum'];
type Group = NonNullable<NonNullable<InputOf<'GET /admin/usage'>['query']>['by']>;

const GROUPS = ['day', 'user', 'model', 'agent'] as const satisfies readonly Group[];

const keyOf = ({ day, user_id, model, agent_key }: Sum): string => day ?? user_id ?? model ?? agent_key ?? '';

/** What models were asked and what it cost, of everybody or of one. */
export const UsagePart = ({ query }: PartProps) => {
  const { admin } = texts();
  const by = GROUPS.find((one) => one === query.by) ?? 'day';
  const asked = { by, ...daysIn(query), ...(query.user && { user_id: query.user }) };
  const list = usePages(
    (cursor, signal) => artel().call('GET /admin/usage', { query: { ...asked, cursor }, signal }),
    [JSON.stringify(asked)],
  );
  const number = (title: string, of: (row: Sum) => number) => ({
    title,
    isNumber: true,
    cell: (row: Sum) => formattedNumber(of(row)),
  });
  const columns = [
    {
      title: admin.groups[by],
      cell: (row: Sum) => (row.user_id ? <UserLink id={row.user_id} /> : <bdi>{keyOf(row)}</bdi>),
    },
    { title: admin.cost, isNumber: true, cell: ({ cost }: Sum) => <Money dollars={cost} /> },
    number(admin.calls, ({ calls }) => calls),
    number(admin.failedCalls, ({ failed_calls }) => failed_calls),
    number(admin.promptTokens, ({ prompt_tokens }) => prompt_tokens),
    number(admin.answerTokens, ({ completion_tokens }) => completion_tokens),
  ];
  return (
    <Section title={admin.parts.usage}>
      <UserFilter user={query.user} />
      <Days query={query}>
        <Select
          label={admin.by}
          value={by}
          options={GROUPS.map((value) => ({ value, label: admin.groups[value] }))}
          onInput={(chosen) => refine({ by: chosen })}
        />
      </Days>
      <Listed from={list} empty={<Empty title={admin.noUsage} />}>
        {(rows) => <Table label={admin.parts.usage} columns={columns} rows={summed(rows, keyOf)} keyOf={keyOf} />}
      </Listed>
      {list.hasMore.value && <p class="hint">{admin.notAll}</p>}
    </Section>
  );
};
