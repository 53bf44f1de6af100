import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import { UserLink } from '../user-link.tsx';
import type { ManagedUser } from './change.ts';
import { filterIn } from './filter.ts';
import { Find } from './find.tsx';
import { User } from './user.tsx';

export const UsersPart = ({ query }: PartProps) =>
  query.user ? <User key={query.user} id={query.user} /> : <UserList query={query} />;

const UserList = ({ query }: PartProps) => {
  const { admin } = texts();
  const filter = filterIn(query);
  const list = usePages(
    (cursor, signal) => artel().call('GET /admin/users', { query: { cursor, ...filter }, signal }),
    [JSON.stringify(filter)],
  );
  const columns = [
    { title: admin.email, cell: ({ id, email }: ManagedUser) => <UserLink id={id} text={email || id} /> },
    { title: admin.name, cell: ({ display_name }: ManagedUser) => display_name && <bdi>{display_name}</bdi> },
    { title: admin.tier, cell: ({ tier }: ManagedUser) => tier },
    {
      title: admin.standing,
      cell: ({ roles, locked }: ManagedUser) => (
        <span class="badges">
          {roles.includes('admin') && <Badge tone="attention">{admin.administrator}</Badge>}
          {locked && <Badge tone="bad">{admin.locked}</Badge>}
        </span>
      ),
    },
    { title: admin.registered, cell: ({ created_at }: ManagedUser) => <Time at={created_at} /> },
  ];
  return (
    <Section title={admin.parts.users}>
      <Find query={query} />
      <Listed from={list} empty={<Empty title={admin.noUsers} />}>
        {(rows) => <Table label={admin.parts.users} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
    </Section>
  );
};
