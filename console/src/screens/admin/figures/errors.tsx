import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { formattedNumber, texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import { UserFilter } from '../user-filter.tsx';
import { UserLink } from '../user-link.tsx';
import { Days, daysIn } from './days.tsx';
import { type Failure, failureKey, failuresOf } from './failures.ts';

/** Why runs failed, and the newest of each kind. */
export const ErrorsPart = ({ query }: PartProps) => {
  const { admin } = texts();
  const asked = { ...daysIn(query), ...(query.user && { user_id: query.user }) };
  const list = usePages(
    (cursor, signal) => artel().call('GET /admin/errors', { query: { ...asked, cursor }, signal }),
    [JSON.stringify(asked)],
  );
  const columns = [
    { title: admin.groups.day, cell: ({ day }: Failure) => day },
    { title: admin.reason, cell: ({ error_code }: Failure) => <code dir="auto">{error_code}</code> },
    { title: admin.parts.runs, isNumber: true, cell: ({ runs }: Failure) => formattedNumber(runs) },
    { title: admin.parts.users, isNumber: true, cell: ({ users }: Failure) => formattedNumber(users) },
    {
      title: admin.newest,
      cell: ({ newest }: Failure) => (
        <span>
          <Time at={newest.at} /> <code>{newest.run_id}</code> <UserLink id={newest.user_id} />
        </span>
      ),
    },
  ];
  return (
    <Section title={admin.parts.errors}>
      <UserFilter user={query.user} />
      <Days query={query} />
      <Listed from={list} empty={<Empty title={admin.noErrors} />}>
        {(rows) => <Table label={admin.parts.errors} columns={columns} rows={failuresOf(rows)} keyOf={failureKey} />}
      </Listed>
      {list.hasMore.value && <p class="hint">{admin.notAll}</p>}
    </Section>
  );
};
