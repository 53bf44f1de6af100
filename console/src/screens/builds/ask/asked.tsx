import { useEffect, useRef } from 'preact/hooks';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import { Section } from '../../../design/layout/page.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { texts } from '../../../texts/index.ts';
import type { Approval } from '../api.ts';
import { AskedOne } from './asked-one.tsx';

/** What a build asks its person, read again whenever it asks something else. `asked`: what its events say that waits. */
export const Asked = ({ run, asked }: { run: string; asked: readonly string[] }) => {
  const waiting = useResource<Approval[]>(
    async (signal) => {
      const { items } = await artel().call('GET /my/projects/{project_id}/approvals', {
        path: { project_id: project.value },
        query: { limit: 50, sort: 'created_at', order: 'desc', status: 'pending', run_id: run },
        signal,
      });
      return items;
    },
    [run],
  );
  const known = asked.join(' ');
  const isFirst = useRef(true);
  // What is there stays while it is read again: somebody may be writing to one when another is asked.
  useEffect(() => {
    if (!isFirst.current) void waiting.reload();
    isFirst.current = false;
  }, [known]);
  return (
    <Loaded from={waiting}>
      {(approvals) =>
        approvals.length > 0 && (
          <Section title={texts().builds.asksYou}>
            {approvals.map((approval) => (
              <AskedOne key={approval.id} approval={approval} onDecided={() => void waiting.reload()} />
            ))}
          </Section>
        )
      }
    </Loaded>
  );
};
