import { href } from '../../app/place/route.ts';
import { duration } from '../../design/figure/moment.ts';
import { Money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { State } from '../../design/show/badge.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { filled, formattedNumber, texts } from '../../texts/index.ts';
import type { Build } from './api.ts';

/** How it stands with a build, and what it cost. */
export const BuildFacts = ({ build }: { build: Build }) => {
  const { state, created_at, ended_at, usage, oversight, template, session_id, run_id } = build;
  const { builds: t, runs } = texts();
  return (
    <Facts
      facts={[
        [t.state, <State state={state} />],
        [t.begun, <Time at={created_at} />],
        [t.took, ended_at === null ? undefined : duration(Date.parse(ended_at) - Date.parse(created_at))],
        [
          t.used,
          usage &&
            filled(t.tokens, {
              read: formattedNumber(usage.prompt_tokens),
              written: formattedNumber(usage.completion_tokens),
            }),
        ],
        [t.cost, usage?.cost === undefined ? undefined : <Money dollars={usage.cost} />],
        [t.oversight, t.oversights[oversight]],
        [t.template, template],
        [t.session, <a href={href({ screen: 'chat', item: session_id })}>{t.toSession}</a>],
        [t.run, <a href={href({ screen: 'runs', item: run_id })}>{runs.toRun}</a>],
      ]}
    />
  );
};
