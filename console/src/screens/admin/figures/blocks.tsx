import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { size } from '../../../design/figure/size.ts';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import { UserFilter } from '../user-filter.tsx';

type Blocks = components['schemas']['SessionBlocks'];

/** Context blocks are kept for sessions, and shown of one person at a time. */
export const BlocksPart = ({ query: { user } }: PartProps) => {
  const { admin } = texts();
  return (
    <Section title={admin.parts.blocks}>
      <p class="hint">{admin.blocksLead}</p>
      <UserFilter user={user} />
      {user ? (
        <OfUser key={user} user={user} />
      ) : (
        <Empty title={admin.chooseUser}>
          <a href={href({ screen: 'admin', item: 'users' })}>{admin.parts.users}</a>
        </Empty>
      )}
    </Section>
  );
};

const OfUser = ({ user }: { user: string }) => {
  const { admin } = texts();
  const known = useResource((signal) => artel().call('GET /admin/blocks', { query: { user_id: user }, signal }));
  const columns = [
    { title: admin.session, cell: ({ session_id }: Blocks) => <code>{session_id}</code> },
    { title: admin.blocks, isNumber: true, cell: ({ blocks }: Blocks) => formattedNumber(blocks) },
    {
      title: admin.size,
      isNumber: true,
      cell: ({ bytes, limit }: Blocks) => filled(admin.sizeOf, { used: size(bytes), limit: size(limit) }),
    },
    { title: admin.hits, isNumber: true, cell: ({ hits }: Blocks) => formattedNumber(hits) },
    { title: admin.misses, isNumber: true, cell: ({ misses }: Blocks) => formattedNumber(misses) },
    {
      title: admin.standing,
      cell: ({ nearly_full }: Blocks) =>
        nearly_full ? <Badge tone="attention">{admin.nearlyFull}</Badge> : <Badge tone="good">{admin.hasRoom}</Badge>,
    },
  ];
  return (
    <Loaded from={known}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={admin.noBlocks} />
        ) : (
          <Table
            label={admin.parts.blocks}
            columns={columns}
            rows={items}
            keyOf={({ project_id, session_id }) => `${project_id} ${session_id}`}
          />
        )
      }
    </Loaded>
  );
};
