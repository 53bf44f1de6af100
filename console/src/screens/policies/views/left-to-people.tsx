import { Checkbox } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { KINDS } from '../form/fields.ts';
import type { Draft, UserMay } from '../list/draft.ts';

type Addable = UserMay['add'][number];

/** People may add these, which only ever tighten. */
const ADDABLE = KINDS.filter((kind): kind is Addable => kind !== 'dedup' && kind !== 'log');

const toggled = <T,>(list: readonly T[], one: T, isIn: boolean): T[] => [
  ...list.filter((other) => other !== one),
  ...(isIn ? [one] : []),
];

type Props = { isOfUser: boolean; draft: Draft; onChange: (draft: Draft) => void };

/** What people may add and switch off, if that is decided here and not left as it is. */
export const LeftToPeople = ({ isOfUser, draft, onChange }: Props) => {
  const { policies } = texts();
  const { user_may: may, ...rest } = draft;
  const change = (part: Partial<UserMay>): void => may && onChange({ ...draft, user_may: { ...may, ...part } });
  return (
    <Section title={policies.leftToPeople}>
      <Checkbox
        label={policies.decideHere}
        hint={isOfUser ? policies.decideHereUser : policies.decideHereAll}
        isChecked={may !== undefined}
        onChange={(isDecided) =>
          onChange(isDecided ? { ...rest, user_may: { add: [...ADDABLE], switch_off: [] } } : rest)
        }
      />
      {may && (
        <>
          <fieldset class="policy-choices">
            <legend>{policies.mayAdd}</legend>
            {ADDABLE.map((kind) => (
              <Checkbox
                key={kind}
                label={policies.kinds[kind].name}
                isChecked={may.add.includes(kind)}
                onChange={(isIn) => change({ add: toggled(may.add, kind, isIn) })}
              />
            ))}
          </fieldset>
          <fieldset class="policy-choices">
            <legend>{policies.maySwitchOff}</legend>
            {[...new Set([...draft.policies.map(({ name }) => name), ...may.switch_off])].map((name) => (
              <Checkbox
                key={name}
                label={filled(policies.offered, { name })}
                isChecked={may.switch_off.includes(name)}
                onChange={(isIn) => change({ switch_off: toggled(may.switch_off, name, isIn) })}
              />
            ))}
          </fieldset>
        </>
      )}
    </Section>
  );
};
