import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { useResource } from '../../../api/resource.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox, Select, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { type ManagedUser, type UserDraft, userChange, userDraft } from './change.ts';

export type UserFormProps = { user: ManagedUser; onChanged: (user: ManagedUser) => void };

export const UserForm = ({ user, onChanged }: UserFormProps) => {
  const [draft, setDraft] = useState<UserDraft>(() => userDraft(user));
  const { admin, common } = texts();
  const tiers = useResource((signal) => artel().call('GET /admin/tiers', { query: { limit: 100 }, signal }));
  const body = userChange(user, draft);
  useUnsaved(body !== undefined);
  const { run, isBusy, problem } = useAction(async () => {
    if (!body) return;
    const changed = await artel().call('PATCH /admin/users/{user_id}', { path: { user_id: user.id }, body });
    onChanged(changed);
    setDraft(userDraft(changed));
    notify(common.saved);
  });
  const fields = problem.value?.fields ?? {};
  const change = (part: Partial<UserDraft>): void => setDraft({ ...draft, ...part });
  // A tier that is there no more is still the one somebody has.
  const names = [...new Set([...(tiers.data.value?.items ?? []).map(({ name }) => name), user.tier])];
  const part = (name: 'cost' | 'tokens' | 'requests', label: string) => (
    <TextField
      label={label}
      type="number"
      min={0}
      step={name === 'cost' ? 'any' : 1}
      value={draft[name]}
      onInput={(value) => change({ [name]: value })}
      error={fields[`budget.${name}`]}
    />
  );
  return (
    <Form label={admin.changeUser} problem={problem.value} onSubmit={() => void run()}>
      <div class="row">
        <Select
          label={admin.tier}
          value={draft.tier}
          options={names.map((value) => ({ value, label: value }))}
          onInput={(tier) => change({ tier })}
          error={fields.tier}
        />
      </div>
      <Checkbox
        label={admin.administrator}
        hint={admin.administratorHint}
        isChecked={draft.isAdministrator}
        onChange={(isAdministrator) => change({ isAdministrator })}
      />
      <fieldset class="choices">
        <legend>{admin.ownBudget}</legend>
        <p class="hint">{admin.ownBudgetHint}</p>
        <div class="row">
          {part('cost', admin.money)}
          {part('tokens', admin.tokens)}
          {part('requests', admin.requests)}
        </div>
      </fieldset>
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!body}>
          {common.save}
        </Button>
      </Actions>
    </Form>
  );
};
