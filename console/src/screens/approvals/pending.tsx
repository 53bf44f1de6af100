import { useEffect, useState } from 'preact/hooks';
import { parseExact } from '../../api/exact.ts';
import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { pendingApprovals } from '../../app/project/approvals.ts';
import type { Approval } from '../../app/project/decide.ts';
import { project } from '../../app/project/project.ts';
import { Countdown } from '../../design/figure/countdown.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Badge, Risk } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { filled, texts } from '../../texts/index.ts';
import { stillThere, toggled } from './batch.ts';
import { BatchBar } from './batch-bar.tsx';
import { hintOf, subjectOf } from './subject.ts';

const LIMIT = 50;

const Line = ({
  approval,
  isSelected,
  onToggle,
}: {
  approval: Approval;
  isSelected: boolean;
  onToggle: () => void;
}) => {
  const { approvals } = texts();
  const subject = subjectOf(approval);
  const hint = hintOf(approval);
  return (
    <li class="approval-line">
      <input
        type="checkbox"
        aria-label={filled(approvals.select, { subject })}
        checked={isSelected}
        onChange={onToggle}
      />
      <div>
        <a href={href({ screen: 'approvals', item: approval.id })} dir="auto">
          {subject}
        </a>
        {hint && (
          <p class="hint" dir="auto">
            <code>{hint}</code>
          </p>
        )}
        <p class="approval-facts">
          <Badge>{approvals.kinds[approval.kind] ?? approval.kind}</Badge> <Risk risk={approval.risk} />{' '}
          <Countdown at={approval.expires_at} />{' '}
          <span class="hint">
            {approvals.asked_at} <Time at={approval.created_at} />
          </span>
        </p>
      </div>
    </li>
  );
};

/** What waits for the person, the oldest first: it runs out first. */
export const Pending = () => {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const pending = usePages(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/approvals', {
        path: { project_id: project.value },
        query: { status: 'pending', order: 'asc', limit: LIMIT, ...(cursor && { cursor }) },
        parse: parseExact,
        signal,
      }),
    [project.value],
  );
  const count = pendingApprovals.value;
  // The navigation looks from time to time, and knows at once what was decided here.
  useEffect(() => {
    if (pending.items.peek() !== undefined) void pending.reload();
  }, [count]);
  const { approvals } = texts();
  return (
    <Listed
      from={pending}
      empty={
        <Empty title={approvals.empty}>
          <p>{approvals.emptyHint}</p>
        </Empty>
      }
    >
      {(items) => (
        <>
          <BatchBar
            items={items}
            ids={stillThere(selected, items)}
            onAll={() => select(new Set(items.map(({ id }) => id)))}
            onNone={() => select(new Set())}
            onDone={() => {
              select(new Set());
              void pending.reload();
            }}
          />
          <ul class="list" aria-label={approvals.pending}>
            {items.map((approval) => (
              <Line
                key={approval.id}
                approval={approval}
                isSelected={selected.has(approval.id)}
                onToggle={() => select(toggled(selected, approval.id))}
              />
            ))}
          </ul>
        </>
      )}
    </Listed>
  );
};
