import { useState } from 'preact/hooks';
import { Button } from '../../../design/form/button.tsx';
import { Select } from '../../../design/form/field.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { texts } from '../../../texts/index.ts';
import { Editor } from '../form/editor.tsx';
import { type Kind, type Policy, rankOf } from '../form/fields.ts';
import { emptyForm, type Form, formOf } from '../form/form.ts';
import { type Draft, errorsOf, mayMoveUp, movedUp, switched, without, withPolicy } from './draft.ts';
import { Entry } from './entry.tsx';

export type ListProps = {
  draft: Draft;
  /** Kinds that may be added, and how many policies there may be. */
  kinds: readonly Kind[];
  most: number;
  isOwn: boolean;
  /** By the paths of the API. */
  errors: Readonly<Record<string, string>>;
  onChange: (draft: Draft) => void;
};

type Editing = { form: Form; at: number | undefined };

/** Of the last kinds there is one each. */
const isFree = (kind: Kind, policies: readonly Policy[]): boolean =>
  rankOf(kind) === 0 || policies.every((one) => one.kind !== kind);

const Adding = ({ draft, kinds, most, onAdd }: ListProps & { onAdd: (kind: Kind) => void }) => {
  const { policies } = texts();
  const free = kinds.filter((kind) => isFree(kind, draft.policies));
  const [chosen, choose] = useState<string>();
  const kind = free.find((one) => one === chosen) ?? free[0];
  if (draft.policies.length >= most) return <p class="hint">{policies.full}</p>;
  if (kind === undefined) return null;
  return (
    <div class="row policy-adding">
      <Select
        label={policies.kind}
        hint={policies.kinds[kind].about}
        value={kind}
        options={free.map((one) => ({ value: one, label: policies.kinds[one].name }))}
        onInput={choose}
      />
      <Button onClick={() => onAdd(kind)}>{policies.add}</Button>
    </div>
  );
};

/** Policies that can be added, changed, moved, switched and taken away. Nothing of it is stored here. */
export const PolicyList = (props: ListProps) => {
  const { draft, isOwn, errors, onChange } = props;
  const [editing, edit] = useState<Editing>();
  const { policies } = texts();
  const others = draft.policies.filter((_, at) => at !== editing?.at);
  return (
    <>
      {draft.policies.length === 0 && (
        <Empty title={isOwn ? policies.noneOwn : policies.none}>{policies.noneHint}</Empty>
      )}
      <ul class="cards policy-cards">
        {draft.policies.map((policy, at) => (
          <Entry
            key={policy.name}
            policy={policy}
            errors={errorsOf(errors, at)}
            onSwitch={(isOn) => onChange(switched(draft, at, isOn))}
            onEdit={() => edit({ form: formOf(policy), at })}
            onRemove={() => onChange(without(draft, at))}
            onMoveUp={mayMoveUp(draft, at) ? () => onChange(movedUp(draft, at)) : undefined}
          />
        ))}
      </ul>
      <Adding {...props} onAdd={(kind) => edit({ form: emptyForm(kind, { isOwn }), at: undefined })} />
      {editing && (
        <Editor
          form={editing.form}
          isOwn={isOwn}
          taken={others.map(({ name }) => name)}
          errors={editing.at === undefined ? {} : errorsOf(errors, editing.at)}
          onDone={(policy) => {
            onChange(withPolicy(draft, policy, editing.at));
            edit(undefined);
          }}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  );
};
