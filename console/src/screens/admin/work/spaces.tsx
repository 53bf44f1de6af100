import type { components } from '../../../../../clients/typescript/src/index.ts';
import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { formattedNumber, texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import { UserFilter } from '../user-filter.tsx';
import { UserLink } from '../user-link.tsx';

type Space = components['schemas']['Space'];

/** The projects of people, with what is under way in them. */
export const SpacesPart = ({ query: { user } }: PartProps) => {
  const { admin, common } = texts();
  const list = usePages(
    (cursor, signal) =>
      artel().call('GET /admin/spaces', { query: { cursor, ...(user && { user_id: user }) }, signal }),
    [user],
  );
  const number = (title: string, of: (row: Space) => number) => ({
    title,
    isNumber: true,
    cell: (row: Space) => formattedNumber(of(row)),
  });
  const columns = [
    { title: common.project, cell: ({ project_id }: Space) => <code>{project_id}</code> },
    { title: admin.user, cell: ({ user_id }: Space) => <UserLink id={user_id} /> },
    number(admin.agents, ({ agents }) => agents),
    number(admin.liveTasks, ({ live_tasks }) => live_tasks),
    number(admin.runningTasks, ({ running_tasks }) => running_tasks),
    number(admin.queuedTasks, ({ queued_tasks }) => queued_tasks),
  ];
  return (
    <Section title={admin.parts.spaces}>
      <UserFilter user={user} />
      <Listed from={list} empty={<Empty title={admin.noSpaces} />}>
        {(rows) => (
          <Table label={admin.parts.spaces} columns={columns} rows={rows} keyOf={({ project_id }) => project_id} />
        )}
      </Listed>
    </Section>
  );
};
