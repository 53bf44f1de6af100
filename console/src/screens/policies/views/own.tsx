import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { Loaded } from '../../../design/show/loaded.tsx';
import { texts } from '../../../texts/index.ts';
import type { Draft, Stored } from '../list/draft.ts';
import { Workbench } from '../list/workbench.tsx';
import { bodyOf, type Supposed } from '../try-out/supposed.ts';
import { Imposed } from './imposed.tsx';

type MyPolicies = components['schemas']['MyPolicies'];

/** As many of their own as a person may have. */
const MOST = 10;

const storedIn = ({ policies, switched_off, version }: MyPolicies): Stored => ({ policies, switched_off, version });

const listOf = ({ policies, switched_off }: Draft) => ({ policies: [...policies], switched_off: [...switched_off] });

const save = async (draft: Draft, version: number): Promise<Stored> =>
  storedIn(await artel().call('PUT /my/policies', { body: { ...listOf(draft), version } }));

const rehearse = (given: Supposed, draft: Draft) =>
  artel().call('POST /my/policies/test', { body: { ...listOf(draft), ...bodyOf(given) } });

/** What a person's calls pass: what is imposed on them, and what they add to it. */
export const Own = () => {
  const { policies } = texts();
  const mine = useResource((signal) => artel().call('GET /my/policies', { signal }));
  const load = async (): Promise<Stored> => storedIn(await artel().call('GET /my/policies', {}));
  return (
    <Loaded from={mine}>
      {(known) => (
        <Workbench
          title={policies.own}
          stored={storedIn(known)}
          kinds={known.user_may.add}
          most={MOST}
          isOwn
          save={save}
          load={load}
          rehearse={rehearse}
        >
          {(draft, change) => <Imposed imposed={known.imposed} draft={draft} onChange={change} />}
        </Workbench>
      )}
    </Loaded>
  );
};
