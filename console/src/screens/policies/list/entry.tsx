import { Button } from '../../../design/form/button.tsx';
import { Checkbox } from '../../../design/form/field.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Policy } from '../form/fields.ts';
import { factsOf, type Part } from './facts.ts';

export type EntryProps = {
  policy: Policy;
  errors: Readonly<Record<string, string>>;
  onSwitch: (isOn: boolean) => void;
  onEdit: () => void;
  onRemove: () => void;
  /** Absent where it has to stay behind the one before it. */
  onMoveUp: (() => void) | undefined;
};

/** A policy of the list that is being changed. */
export const Entry = ({ policy, errors, onSwitch, onEdit, onRemove, onMoveUp }: EntryProps) => {
  const { policies, common } = texts();
  const { name, kind, enabled } = policy;
  const said = ({ text, isChoice }: Part): string => (isChoice ? (policies.choices[text] ?? text) : text);
  const facts = factsOf(policy).map(
    ({ field, lines }) =>
      [
        policies.fields[field]?.label ?? field,
        <span key={field} class="policy-text" dir="auto">
          {lines.map((parts) => parts.map(said).join(' → ')).join('\n')}
        </span>,
      ] as const,
  );
  return (
    <li class="card" aria-label={name}>
      <header class="policy-head">
        <h3 dir="auto">{name}</h3>
        <span class="hint">{policies.kinds[kind].name}</span>
      </header>
      <Facts facts={facts} />
      {Object.entries(errors).map(([field, message]) => (
        <p class="field-error" key={field}>
          {field && `${policies.fields[field]?.label ?? field}: `}
          {message}
        </p>
      ))}
      <Checkbox label={policies.isOn} isChecked={enabled} onChange={onSwitch} />
      <div class="actions">
        <Button label={filled(policies.editOne, { name })} onClick={onEdit}>
          {common.edit}
        </Button>
        {onMoveUp && (
          <Button label={filled(policies.moveOne, { name })} onClick={onMoveUp}>
            {policies.moveUp}
          </Button>
        )}
        <Button label={filled(policies.removeOne, { name })} onClick={onRemove}>
          {common.delete}
        </Button>
      </div>
    </li>
  );
};
