import { parseExact } from '../../api/exact.ts';
import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import type { Place } from '../../app/place/place.ts';
import { href, refine } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Time } from '../../design/figure/time.tsx';
import { Select } from '../../design/form/field.tsx';
import { Risk, State } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { texts } from '../../texts/index.ts';
import { subjectOf } from './subject.ts';

const LIMIT = 30;
const STATUSES = ['approved', 'rejected', 'expired', 'closed'] as const;

/** What was asked and is over, the newest first. */
export const History = ({ place }: { place: Place }) => {
  const status = STATUSES.find((one) => one === place.query.status);
  const all = texts();
  const over = usePages(
    async (cursor, signal) => {
      const page = await artel().call('GET /my/projects/{project_id}/approvals', {
        path: { project_id: project.value },
        query: { limit: LIMIT, ...(status && { status }), ...(cursor && { cursor }) },
        parse: parseExact,
        signal,
      });
      return { ...page, items: page.items.filter((one) => one.status !== 'pending') };
    },
    [project.value, status],
  );
  return (
    <>
      <div class="row">
        <Select
          label={all.approvals.status}
          value={status ?? ''}
          options={[
            { value: '', label: all.common.all },
            ...STATUSES.map((value) => ({ value, label: all.states[value] ?? value })),
          ]}
          onInput={(value) => refine({ status: value || undefined })}
        />
      </div>
      <Listed from={over} empty={<Empty title={all.approvals.noHistory} />}>
        {(items) => (
          <Table
            label={all.approvals.history}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                title: all.approvals.single,
                cell: (approval) => (
                  <a href={href({ screen: 'approvals', item: approval.id })} dir="auto">
                    {subjectOf(approval)}
                  </a>
                ),
              },
              { title: all.approvals.kind, cell: ({ kind }) => all.approvals.kinds[kind] ?? kind },
              { title: all.approvals.risk, cell: ({ risk }) => <Risk risk={risk} /> },
              { title: all.approvals.status, cell: (approval) => <State state={approval.status} /> },
              { title: all.approvals.resolved, cell: ({ resolved_at }) => <Time at={resolved_at} /> },
            ]}
          />
        )}
      </Listed>
    </>
  );
};
