import type { ComponentChildren } from 'preact';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { language } from '../../app/preferences/preferences.ts';
import { money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { filled, formattedNumber, texts } from '../../texts/index.ts';
import { share } from './sums.ts';

type Limits = components['schemas']['OwnLimits'];
type Part = { limit: number; spent: number; reserved: number };

const partOf = ({ month, used, held }: Limits, name: 'money' | 'tokens' | 'requests'): Part => ({
  limit: month[name],
  spent: used[name] - held[name],
  reserved: held[name],
});

/** From here on a person should know that the month will not last. */
const NEARLY = 0.8;

const Meter = ({ label, part, shown }: { label: string; part: Part; shown: (value: number) => string }) => {
  const { cost } = texts();
  const used = share(part.spent + part.reserved, part.limit);
  const percent = new Intl.NumberFormat(language.value, { style: 'percent' }).format(used);
  const said = filled(cost.used, { spent: shown(part.spent), limit: shown(part.limit), percent });
  let note: ComponentChildren = null;
  if (part.spent >= part.limit) note = <Badge tone="bad">{cost.usedUp}</Badge>;
  else if (used >= NEARLY) note = <Badge tone="attention">{cost.nearlyUsedUp}</Badge>;
  return (
    <div class="cost-part">
      <h3>{label}</h3>
      <meter class="cost-meter" aria-label={label} aria-valuetext={said} value={used} high={NEARLY} optimum={0} />
      <p>
        {said} {note}
      </p>
      {part.reserved > 0 && <p class="hint">{filled(cost.reserved, { sum: shown(part.reserved) })}</p>}
    </div>
  );
};

/** What of the month is used, against what the person may use. */
export const Budget = () => {
  const { cost } = texts();
  const budget = useResource((signal) => artel().call('GET /my/usage/limits', { signal }));
  return (
    <Section title={cost.month}>
      <Loaded from={budget}>
        {(limits) => (
          <>
            <div class="cost-parts">
              <Meter label={cost.money} part={partOf(limits, 'money')} shown={money} />
              <Meter label={cost.tokens} part={partOf(limits, 'tokens')} shown={formattedNumber} />
              <Meter label={cost.requests} part={partOf(limits, 'requests')} shown={formattedNumber} />
            </div>
            <p class="hint">
              {cost.resets} <Time at={limits.resets_at} />
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
};
