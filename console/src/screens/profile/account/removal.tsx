import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel, leave, user } from '../../../app/person/session.ts';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { PasswordField } from '../../../design/form/account-fields.tsx';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { proofOf } from './proof.ts';

/** Asks twice over: for the address, so that nobody leaves by mistake, and for the password, so that nobody else does it. */
export const Removal = ({ onClose }: { onClose: () => void }) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { profile, common } = texts();
  const who = user.value;
  const { run, isBusy, problem } = useAction(async () => {
    if (!who) return;
    await artel().call('DELETE /my', { body: proofOf(who, password) });
    await leave();
    notify(profile.removed);
  });
  if (!who) return null;
  const named = who.email || who.id;
  const isReady = email.trim().toLowerCase() === named.toLowerCase();
  return (
    <Dialog title={profile.remove} onClose={onClose}>
      <Form problem={problem.value} onSubmit={() => isReady && void run()}>
        <p>{profile.removalText}</p>
        <TextField
          label={filled(common.typeToConfirm, { name: named })}
          value={email}
          onInput={setEmail}
          autocomplete="off"
          isRequired
        />
        <PasswordField
          hint={profile.noPasswordHint}
          value={password}
          onInput={setPassword}
          error={problem.value?.fields.password}
          isRequired={false}
        />
        <Actions>
          <Button kind="danger" type="submit" isBusy={isBusy.value} isDisabled={!isReady}>
            {profile.remove}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
