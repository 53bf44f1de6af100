import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go } from '../../../app/place/route.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { UserFormProps } from './user-form.tsx';

/** Locking somebody out, letting them in again, and removing them. */
export const Standing = ({ user, onChanged }: UserFormProps) => {
  const [asking, ask] = useState<'lock' | 'remove'>();
  const { admin } = texts();
  const path = { user_id: user.id };
  const named = user.email || user.id;
  const lock = useAction(async (locked: boolean) => {
    onChanged(await artel().call('PATCH /admin/users/{user_id}', { path, body: { locked } }));
    ask(undefined);
    notify(filled(locked ? admin.isLocked : admin.isUnlocked, { email: named }));
  });
  const remove = useAction(async () => {
    await artel().call('DELETE /admin/users/{user_id}', { path });
    notify(filled(admin.isRemoved, { email: named }));
    go({ screen: 'admin', item: 'users' }, { replace: true });
  });
  return (
    <>
      <Actions>
        {user.locked ? (
          <Button isBusy={lock.isBusy.value} onClick={() => void lock.run(false)}>
            {admin.unlock}
          </Button>
        ) : (
          <Button kind="danger" onClick={() => ask('lock')}>
            {admin.lockUser}
          </Button>
        )}
        <Button kind="danger" onClick={() => ask('remove')}>
          {admin.removeUser}
        </Button>
      </Actions>
      {asking === undefined && <ProblemNote problem={lock.problem.value} />}
      {asking === 'lock' && (
        <Confirm
          title={filled(admin.lockThis, { email: named })}
          text={admin.lockText}
          action={admin.lockUser}
          isBusy={lock.isBusy.value}
          problem={lock.problem.value}
          onConfirm={() => void lock.run(true)}
          onClose={() => ask(undefined)}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          title={filled(admin.removeThis, { email: named })}
          text={admin.removeText}
          action={admin.removeUser}
          typed={named}
          isBusy={remove.isBusy.value}
          problem={remove.problem.value}
          onConfirm={() => void remove.run()}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  );
};
