import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { money } from '../../../design/figure/money.tsx';
import { size } from '../../../design/figure/size.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import { shareOf } from './share.ts';

/** What the person may use, and how much of the month is used. */
export const Limits = () => {
  const known = useResource((signal) => artel().call('GET /my/usage/limits', { signal }));
  const { profile, common } = texts();
  const number = formattedNumber;
  return (
    <Loaded from={known}>
      {({ tier, month, used, resets_at, minute, models, workspace, ...limits }) => (
        <>
          <ul class="meters">
            <Meter label={profile.ofMoney} used={used.money} limit={month.money} shown={money} />
            <Meter label={profile.ofTokens} used={used.tokens} limit={month.tokens} shown={number} />
            <Meter label={profile.ofRequests} used={used.requests} limit={month.requests} shown={number} />
          </ul>
          <Facts
            facts={[
              [profile.tier, <Badge key="tier">{tier}</Badge>],
              [profile.resets, <Time key="resets" at={resets_at} />],
              [profile.models, <bdi key="models">{models.includes('*') ? common.all : models.join(', ')}</bdi>],
              [
                profile.perMinute,
                filled(profile.heavy, { all: number(minute.requests), heavy: number(minute.heavy_requests) }),
              ],
              [profile.atOnce, number(limits.concurrent_calls)],
              [profile.answerTokens, number(limits.answer.max_tokens)],
              [profile.projects, number(limits.projects)],
              [profile.agents, number(limits.agents)],
              [profile.webhooks, number(limits.webhooks)],
              [
                profile.files,
                filled(profile.fileLimits, { files: number(workspace.files), size: size(workspace.bytes) }),
              ],
              [profile.ownKeys, limits.own_provider_keys ? common.yes : common.no],
            ]}
          />
        </>
      )}
    </Loaded>
  );
};

type MeterProps = { label: string; used: number; limit: number; shown: (value: number) => string };

const Meter = ({ label, used, limit, shown }: MeterProps) => {
  const { profile } = texts();
  const text = filled(profile.usedOf, { used: shown(used), limit: shown(limit) });
  return (
    <li>
      <span>{label}</span>
      <meter min={0} max={1} high={0.9} value={shareOf(used, limit)} aria-label={label} aria-valuetext={text} />
      <span class="number">{text}</span>
    </li>
  );
};
