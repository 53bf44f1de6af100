import { href } from '../../app/place/route.ts';
import { pendingApprovals } from '../../app/project/approvals.ts';
import { duration } from '../../design/figure/moment.ts';
import { Money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { State } from '../../design/show/badge.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { filled, formattedNumber, texts } from '../../texts/index.ts';
import { placeOf } from './kinds.ts';
import type { Run } from './timeline/stretches.ts';

const between = (from: string | null, to: string | null): string | undefined =>
  from && to ? duration(Math.max(0, Date.parse(to) - Date.parse(from))) : undefined;

/** What a run is, what it cost, and where more of it is shown. */
export const RunFacts = ({ run }: { run: Run }) => {
  const { runs } = texts();
  const { usage, error, notices = [] } = run;
  const more = placeOf(run);
  const tokens =
    usage &&
    filled(runs.tokens, {
      prompt: formattedNumber(usage.prompt_tokens),
      completion: formattedNumber(usage.completion_tokens),
    });
  const cached = usage?.cache_read_tokens;
  return (
    <div class="run-facts">
      <Facts
        facts={[
          [runs.state, <State key="state" state={run.state} />],
          [runs.mode, runs.modes[run.mode] ?? run.mode],
          [runs.created, <Time key="created" at={run.created_at} />],
          [runs.waitedToStart, between(run.created_at, run.started_at)],
          [runs.took, between(run.started_at, run.ended_at)],
          [runs.cost, usage?.cost === undefined ? undefined : <Money key="cost" dollars={usage.cost} />],
          [runs.model, usage?.model],
          [runs.tokensTitle, tokens ?? undefined],
          [runs.cached, cached === undefined ? undefined : formattedNumber(cached)],
          [runs.failed, error ? <span dir="auto">{`${error.detail} (${error.error_code})`}</span> : undefined],
          [runs.notices, notices.length > 0 ? <span dir="auto">{notices.join(' ')}</span> : undefined],
        ]}
      />
      <p class="links">
        {run.state === 'waiting' && pendingApprovals.value > 0 && (
          <a href={href({ screen: 'approvals' })}>{runs.toDecision}</a>
        )}
        <a href={href({ screen: 'chat', item: run.session_id })}>{runs.toChat}</a>
        {more && <a href={more.href}>{runs[more.key]}</a>}
        <a href={href({ screen: 'runs', query: { session: run.session_id } })}>{runs.ofThisChat}</a>
      </p>
    </div>
  );
};
