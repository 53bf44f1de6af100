import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { artel } from '../../../app/person/session.ts';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Choices } from '../../../design/form/choices.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { isComplete, keyBody, newKeyDraft, SCOPES } from './draft.ts';

type Created = components['schemas']['CreatedApiKey'];

export const NewKey = ({ onMade, onClose }: { onMade: (key: Created) => void; onClose: () => void }) => {
  const [draft, setDraft] = useState(newKeyDraft);
  const { profile, common } = texts();
  const { run, isBusy, problem } = useAction(async () =>
    onMade(await artel().call('POST /my/keys', { body: keyBody(draft) })),
  );
  const fields = problem.value?.fields ?? {};
  return (
    <Dialog title={profile.newKey} onClose={onClose}>
      <Form problem={problem.value} onSubmit={() => isComplete(draft) && void run()}>
        <TextField
          label={common.name}
          hint={profile.keyNameHint}
          value={draft.name}
          onInput={(name) => setDraft({ ...draft, name })}
          error={fields.name}
          maxLength={100}
          autocomplete="off"
          isRequired
        />
        <Choices
          label={profile.scopes}
          choices={SCOPES.map((value) => ({
            value,
            label: profile.scopeNames[value] ?? value,
            hint: profile.scopeHints[value],
          }))}
          chosen={draft.scopes}
          onChange={(scopes) => setDraft({ ...draft, scopes })}
          error={fields.scopes}
        />
        <TextField
          label={profile.rateLimit}
          hint={profile.rateLimitHint}
          type="number"
          min={1}
          max={100_000}
          step={1}
          value={draft.rateLimit}
          onInput={(rateLimit) => setDraft({ ...draft, rateLimit })}
          error={fields.rate_limit}
        />
        <p class="hint">{profile.keyExpiry}</p>
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!isComplete(draft)}>
            {profile.makeKey}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
