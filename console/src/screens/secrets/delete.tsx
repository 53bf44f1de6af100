import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { filled, texts } from '../../texts/index.ts';

/** `usedBy`: not known where the agents could not be read. */
type Props = { name: string; usedBy: readonly string[] | undefined; onDone: () => void; onClose: () => void };

/** Says which agents will lack it. */
export const Delete = ({ name, usedBy, onDone, onClose }: Props) => {
  const { secrets, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('DELETE /my/projects/{project_id}/secrets/{name}', {
      path: { project_id: project.value, name },
    });
    notify(filled(secrets.deleted, { name }));
    onDone();
  });
  const agents = usedBy?.join(', ');
  const means =
    agents === undefined
      ? secrets.deleteMayBreak
      : agents === ''
        ? secrets.deleteMeans
        : filled(secrets.deleteBreaks, { agents });
  return (
    <Confirm
      title={filled(secrets.deleteOne, { name })}
      text={means}
      action={common.delete}
      isBusy={isBusy.value}
      problem={problem.value}
      onConfirm={() => void run()}
      onClose={onClose}
    />
  );
};
