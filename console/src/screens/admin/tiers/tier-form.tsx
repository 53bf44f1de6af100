import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go } from '../../../app/place/route.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox, TextArea, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { GROUPS, isComplete, type NumberPath, type Tier, type TierDraft, tierBody, tierDraft } from './draft.ts';

export type TierFormProps = { tier: Tier; isCopy: boolean; onStored: () => void };

/** A tier, whole. What the settings say is stored from then on, and goes before them. */
export const TierForm = ({ tier, isCopy, onStored }: TierFormProps) => {
  const [before] = useState<TierDraft>(() => tierDraft(tier, isCopy ? '' : tier.name));
  const [draft, setDraft] = useState(before);
  const saved = useUnsaved(draft !== before);
  const { admin, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const { name } = draft;
    const body = tierBody(draft, isCopy ? 0 : tier.version);
    await artel().call('PUT /admin/tiers/{name}', { path: { name }, body });
    saved();
    notify(common.saved);
    onStored();
    if (isCopy) go({ screen: 'admin', item: 'tiers', query: { tier: name } }, { replace: true });
  });
  const errors = problem.value?.fields ?? {};
  const change = (part: Partial<TierDraft>): void => setDraft({ ...draft, ...part });
  const field = (path: NumberPath) => (
    <TextField
      key={path}
      label={admin.tierNumbers[path]}
      type="number"
      min={0}
      step={path === 'month.money' ? 'any' : 1}
      value={draft.numbers[path]}
      onInput={(value) => change({ numbers: { ...draft.numbers, [path]: value } })}
      error={errors[path]}
      isRequired
    />
  );
  return (
    <Form label={admin.changeTier} problem={problem.value} onSubmit={() => isComplete(draft) && void run()}>
      {isCopy && (
        <TextField
          label={common.name}
          hint={admin.tierNameHint}
          value={draft.name}
          onInput={(name) => change({ name })}
          error={errors.name}
          autocomplete="off"
          maxLength={32}
          isRequired
        />
      )}
      <TextArea
        label={admin.models}
        hint={admin.modelsHint}
        value={draft.models}
        onInput={(models) => change({ models })}
        error={errors.models}
        rows={3}
        isCode
      />
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <fieldset key={group} class="choices">
          <legend>{admin.tierGroups[group]}</legend>
          <div class="numbers">{GROUPS[group].map(field)}</div>
        </fieldset>
      ))}
      <Checkbox
        label={admin.unpriced}
        hint={admin.unpricedHint}
        isChecked={draft.unpricedModels}
        onChange={(unpricedModels) => change({ unpricedModels })}
      />
      <Checkbox
        label={admin.ownKeys}
        hint={admin.ownKeysHint}
        isChecked={draft.ownProviderKeys}
        onChange={(ownProviderKeys) => change({ ownProviderKeys })}
      />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!isComplete(draft)}>
          {isCopy ? common.create : common.save}
        </Button>
      </Actions>
    </Form>
  );
};
