import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { mayLeave, refine } from '../../../app/place/route.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { KINDS } from '../form/fields.ts';
import type { Draft, Stored } from '../list/draft.ts';
import { Workbench } from '../list/workbench.tsx';
import { bodyOf, type Supposed } from '../try-out/supposed.ts';
import { LeftToPeople } from './left-to-people.tsx';

/** As many as a list may have. */
const MOST = 20;

const storedIn = ({ policies, user_may, version }: components['schemas']['StoredPolicies']): Stored => ({
  policies,
  switched_off: [],
  ...(user_may && { user_may }),
  version,
});

/** Whose policies: the deployment's, or those an administrator made for one person. The address says it. */
const Whose = ({ user }: { user: string | undefined }) => {
  const [typed, type] = useState(user ?? '');
  const { policies } = texts();
  const show = (): void => {
    // The list that is left goes with what was changed in it.
    if (mayLeave()) refine({ user: typed.trim() || undefined });
  };
  return (
    <Form label={policies.whose} onSubmit={show}>
      <div class="row policy-adding">
        <TextField
          label={policies.userId}
          hint={policies.userIdHint}
          value={typed}
          autocomplete="off"
          maxLength={64}
          onInput={type}
        />
        <Button type="submit">{policies.look}</Button>
      </div>
    </Form>
  );
};

/** For administrators: what is imposed on everybody, or on one person. A look at somebody's is in that person's audit trail. */
export const Deployment = ({ user }: { user: string | undefined }) => {
  const { policies } = texts();
  const query = user === undefined ? {} : { user_id: user };
  const load = async (): Promise<Stored> => storedIn(await artel().call('GET /admin/policies', { query }));
  const stored = useResource((signal) => artel().call('GET /admin/policies', { query, signal }), [user]);
  const save = async ({ policies: list, user_may }: Draft, version: number): Promise<Stored> => {
    const body = { policies: [...list], ...(user_may && { user_may }), version };
    return storedIn(await artel().call('PUT /admin/policies', { query, body }));
  };
  const rehearse = (given: Supposed, { policies: list }: Draft) =>
    artel().call('POST /admin/policies/test', { body: { policies: [...list], ...bodyOf(given) } });
  return (
    <>
      <Whose user={user} />
      <Loaded from={stored}>
        {(known) => (
          <Workbench
            key={user ?? ''}
            title={user === undefined ? policies.ofDeployment : filled(policies.ofUser, { user })}
            stored={storedIn(known)}
            kinds={KINDS}
            most={MOST}
            isOwn={false}
            save={save}
            load={load}
            rehearse={rehearse}
          >
            {(draft, change) => <LeftToPeople isOfUser={user !== undefined} draft={draft} onChange={change} />}
          </Workbench>
        )}
      </Loaded>
    </>
  );
};
