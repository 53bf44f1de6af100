import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ArtelError } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { Button } from '../../../design/form/button.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import type { Kind } from '../form/fields.ts';
import { type Rehearse, TryOut } from '../try-out/try-out.tsx';
import { type Draft, isSame, type Stored } from './draft.ts';
import { PolicyList } from './list.tsx';

export type WorkbenchProps = {
  title: string;
  stored: Stored;
  kinds: readonly Kind[];
  most: number;
  isOwn: boolean;
  save: (draft: Draft, version: number) => Promise<Stored>;
  load: () => Promise<Stored>;
  rehearse: Rehearse;
  /** What stands before the list, and changes with it. */
  children?: (draft: Draft, change: (draft: Draft) => void) => ComponentChildren;
};

/** A list of policies: changed here, tried out, and stored as a whole over the version that was read. */
export const Workbench = ({ title, stored, save, load, rehearse, children, ...list }: WorkbenchProps) => {
  const [base, setBase] = useState(stored);
  const [draft, change] = useState<Draft>(stored);
  const [isBehind, setBehind] = useState(false);
  const { policies, common } = texts();
  const isChanged = !isSame(draft, base);
  useUnsaved(isChanged);
  const take = (newest: Stored): void => {
    setBase(newest);
    setBehind(false);
  };
  const saving = useAction(async () => {
    try {
      const newest = await save(draft, base.version);
      take(newest);
      change(newest);
      notify(common.saved);
    } catch (thrown) {
      if (!(thrown instanceof ArtelError && thrown.status === 409)) throw thrown;
      setBase(await load());
      setBehind(true);
    }
  });
  const discard = (): void => {
    change(base);
    saving.clear();
    setBehind(false);
  };
  const problem = saving.problem.value;
  return (
    <>
      {children?.(draft, change)}
      <Section title={title} actions={isChanged && <Badge tone="attention">{policies.unsaved}</Badge>}>
        <PolicyList {...list} draft={draft} errors={problem?.fields ?? {}} onChange={change} />
        <ProblemNote problem={problem} />
        {isBehind && (
          <div class="problem" role="alert">
            <p>{policies.conflict}</p>
          </div>
        )}
        {isChanged && (
          <div class="actions">
            <Button kind="main" isBusy={saving.isBusy.value} onClick={() => void saving.run()}>
              {isBehind ? policies.saveOver : common.save}
            </Button>
            <Button onClick={discard}>{isBehind ? policies.takeStored : policies.discard}</Button>
          </div>
        )}
      </Section>
      <TryOut rehearse={(given) => rehearse(given, draft)} isChanged={isChanged} />
    </>
  );
};
