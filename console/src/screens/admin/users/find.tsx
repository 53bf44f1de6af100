import { useState } from 'preact/hooks';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { refine } from '../../../app/place/route.ts';
import { Button } from '../../../design/form/button.tsx';
import { Select, TextField } from '../../../design/form/field.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';

/** Which users are looked for; it stands in the address. */
export const Find = ({ query }: { query: Readonly<Record<string, string>> }) => {
  const [email, setEmail] = useState(query.email ?? '');
  const { admin, common } = texts();
  const tiers = useResource((signal) => artel().call('GET /admin/tiers', { query: { limit: 100 }, signal }));
  const all = { value: '', label: common.all };
  const choose = (name: string) => (value: string) => refine({ [name]: value || undefined });
  const names = (tiers.data.value?.items ?? []).map(({ name }) => ({ value: name, label: name }));
  return (
    <form
      class="row"
      aria-label={admin.find}
      onSubmit={(event) => {
        event.preventDefault();
        refine({ email: email.trim() || undefined });
      }}
    >
      <TextField label={admin.wholeEmail} type="search" value={email} onInput={setEmail} autocomplete="off" />
      <Actions>
        <Button type="submit">{admin.find}</Button>
      </Actions>
      <Select
        label={admin.role}
        value={query.role ?? ''}
        options={[all, { value: 'admin', label: admin.administrators }]}
        onInput={choose('role')}
      />
      <Select label={admin.tier} value={query.tier ?? ''} options={[all, ...names]} onInput={choose('tier')} />
      <Select
        label={admin.lock}
        value={query.locked ?? ''}
        options={[all, { value: 'true', label: admin.locked }, { value: 'false', label: admin.notLocked }]}
        onInput={choose('locked')}
      />
    </form>
  );
};
