import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { language } from '../../app/preferences/preferences.ts';
import { project } from '../../app/project/project.ts';
import { duration } from '../../design/figure/moment.ts';
import { Facts } from '../../design/show/facts.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { formattedNumber, texts } from '../../texts/index.ts';

const SECOND = 1_000;

const percent = (part: number | null): string =>
  part === null
    ? '–'
    : new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 }).format(part);

/** How the person decides, over the newest thousand. */
export const Figures = () => {
  const figures = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/approvals/figures', { path: { project_id: project.value }, signal }),
    [project.value],
  );
  const { approvals, states } = texts();
  return (
    <Loaded from={figures}>
      {({ total, by_status, approval_rate, timeout_rate, response_seconds }) => (
        <>
          <p class="hint">{approvals.figuresHint}</p>
          <Facts
            facts={[
              [approvals.total, formattedNumber(total)],
              ...Object.entries(by_status).map(
                ([status, count]) => [states[status] ?? status, formattedNumber(count)] as const,
              ),
              [approvals.approvalRate, percent(approval_rate)],
              [approvals.timeoutRate, percent(timeout_rate)],
              [approvals.median, response_seconds ? duration(response_seconds.median * SECOND) : undefined],
              [approvals.p95, response_seconds ? duration(response_seconds.p95 * SECOND) : undefined],
            ]}
          />
        </>
      )}
    </Loaded>
  );
};
