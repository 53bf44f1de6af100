import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { Money } from '../../../design/figure/money.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { formattedNumber, texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import type { Tier } from './draft.ts';
import { TierPage } from './tier-page.tsx';

/** A deployment has a few tiers; a hundred are read at once. */
export const TiersPart = ({ query: { tier } }: PartProps) => {
  const { admin } = texts();
  const known = useResource((signal) => artel().call('GET /admin/tiers', { query: { limit: 100 }, signal }));
  const columns = [
    {
      title: admin.tier,
      cell: ({ name }: Tier) => <a href={href({ screen: 'admin', item: 'tiers', query: { tier: name } })}>{name}</a>,
    },
    {
      title: admin.source,
      cell: ({ source }: Tier) => (
        <Badge tone={source === 'stored' ? 'busy' : 'neutral'}>{admin.sources[source] ?? source}</Badge>
      ),
    },
    { title: admin.money, isNumber: true, cell: ({ month }: Tier) => <Money dollars={month.money} /> },
    { title: admin.tokens, isNumber: true, cell: ({ month }: Tier) => formattedNumber(month.tokens) },
    { title: admin.requests, isNumber: true, cell: ({ month }: Tier) => formattedNumber(month.requests) },
    { title: admin.perMinute, isNumber: true, cell: ({ minute }: Tier) => formattedNumber(minute.requests) },
    { title: admin.changed, cell: ({ updated_at }: Tier) => <Time at={updated_at} /> },
  ];
  return (
    <Loaded from={known}>
      {({ items }) =>
        tier === undefined ? (
          <Section title={admin.parts.tiers}>
            <p class="hint">{admin.tiersLead}</p>
            <Table label={admin.parts.tiers} columns={columns} rows={items} keyOf={({ name }) => name} />
          </Section>
        ) : (
          <TierPage key={tier} name={tier} tiers={items} onChanged={() => void known.reload()} />
        )
      }
    </Loaded>
  );
};
