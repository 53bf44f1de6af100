import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { counted, texts } from '../../../texts/index.ts';
import { Entry } from './entry.tsx';

export type MemoryEntry = components['schemas']['Memory'];

/** Ids that one request takes. */
const AT_ONCE = 100;

type Props = { items: readonly MemoryEntry[]; agent: string; onChanged: () => void };

/** Memories, of which some can be chosen and forgotten together. */
export const MemoryList = ({ items, agent, onChanged }: Props) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [leaving, setLeaving] = useState<readonly string[]>();
  const { memory } = texts();
  // What was chosen may have gone meanwhile.
  const ids = items.map(({ id }) => id).filter((id) => chosen.has(id));
  const forget = useAction(async (gone: readonly string[]) => {
    let deleted = 0;
    try {
      for (let from = 0; from < gone.length; from += AT_ONCE) {
        const answer = await artel().call('DELETE /my/projects/{project_id}/agents/{agent}/context', {
          path: { project_id: project.value, agent },
          query: { ids: gone.slice(from, from + AT_ONCE).join(',') },
        });
        deleted += answer.deleted;
      }
      notify(counted(deleted, memory.forgotten));
      setChosen(new Set());
      setLeaving(undefined);
    } finally {
      // Of many some may be gone though others could not be deleted.
      if (deleted > 0) onChanged();
    }
  });
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <ul class="list memories">
        {items.map((one) => (
          <Entry
            key={one.id}
            entry={one}
            successor={items.find(({ id }) => id === one.superseded_by)}
            agent={agent}
            isChosen={chosen.has(one.id)}
            onChoose={(isChosen) => choose(one.id, isChosen)}
            onForget={() => setLeaving([one.id])}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {ids.length > 0 && (
        <Actions>
          <Button kind="danger" onClick={() => setLeaving(ids)}>
            {counted(ids.length, memory.forgetChosen)}
          </Button>
          <Button onClick={() => setChosen(new Set())}>{memory.chooseNone}</Button>
        </Actions>
      )}
      {leaving && (
        <Confirm
          title={memory.forget}
          text={counted(leaving.length, memory.forgetMeans)}
          action={memory.forget}
          isBusy={forget.isBusy.value}
          problem={forget.problem.value}
          onConfirm={() => void forget.run(leaving)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
};
