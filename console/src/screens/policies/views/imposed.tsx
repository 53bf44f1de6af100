import type { components } from '../../../../../clients/typescript/src/index.ts';
import { Checkbox } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Kind } from '../form/fields.ts';
import { type Draft, imposedSwitched } from '../list/draft.ts';

type One = components['schemas']['ImposedPolicy'];

const Card = ({ one, isOn, onSwitch }: { one: One; isOn: boolean; onSwitch: (isOn: boolean) => void }) => {
  const { policies } = texts();
  const { name, kind, on, action, allow, types, more_types, may_switch_off } = one;
  const choice = (value: string | undefined) => value && (policies.choices[value] ?? value);
  const words = (list: readonly string[] | undefined) => list?.join(', ');
  return (
    <li class="card" aria-label={name}>
      <header class="policy-head">
        <h3 dir="auto">{name}</h3>
        <span class="hint">{policies.kinds[kind as Kind]?.name ?? kind}</span>
        <Badge tone={isOn ? 'good' : 'neutral'}>{isOn ? policies.on : policies.off}</Badge>
      </header>
      <p class="hint">{policies.kinds[kind as Kind]?.about}</p>
      <Facts
        facts={[
          [policies.fields.on?.label ?? '', choice(on)],
          [policies.fields.action?.label ?? '', choice(action)],
          [policies.fields.allow?.label ?? '', words(allow)],
          [policies.fields.types?.label ?? '', words(types)],
          [policies.fields.more_types?.label ?? '', words(more_types?.map((type) => policies.choices[type] ?? type))],
        ]}
      />
      {may_switch_off ? (
        <Checkbox label={filled(policies.onForMe, { name })} isChecked={isOn} onChange={onSwitch} />
      ) : (
        <p class="hint">{policies.cannotSwitch}</p>
      )}
    </li>
  );
};

type Props = { imposed: readonly One[]; draft: Draft; onChange: (draft: Draft) => void };

/** What administrators decided for this person. Only what is offered can be switched off. */
export const Imposed = ({ imposed, draft, onChange }: Props) => {
  const { policies } = texts();
  return (
    <Section title={policies.imposed}>
      {imposed.length === 0 && <Empty title={policies.noneImposed} />}
      <ul class="cards policy-cards">
        {imposed.map((one) => (
          <Card
            key={one.name}
            one={one}
            isOn={one.may_switch_off ? !draft.switched_off.includes(one.name) : one.enabled}
            onSwitch={(isOn) => onChange(imposedSwitched(draft, one.name, isOn))}
          />
        ))}
      </ul>
    </Section>
  );
};
