import { useState } from 'preact/hooks';
import { refine } from '../../app/place/route.ts';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { Actions } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';

/** Whose things are shown: everybody's, or those of one person by their id, which stands in the address. */
export const UserFilter = ({ user = '' }: { user: string | undefined }) => {
  const [typed, setTyped] = useState(user);
  const { admin } = texts();
  const show = (id: string): void => {
    setTyped(id);
    refine({ user: id || undefined });
  };
  return (
    <form
      class="row"
      aria-label={admin.whose}
      onSubmit={(event) => {
        event.preventDefault();
        show(typed.trim());
      }}
    >
      <TextField label={admin.userId} value={typed} onInput={setTyped} autocomplete="off" />
      <Actions>
        <Button type="submit">{admin.show}</Button>
        {user && <Button onClick={() => show('')}>{admin.everybody}</Button>}
      </Actions>
    </form>
  );
};
