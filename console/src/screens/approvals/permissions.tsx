import { useState } from 'preact/hooks';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { useAction } from '../../api/action.ts';
import { usePages } from '../../api/pages.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { useAgentNames } from '../../app/project/agent-names.ts';
import { project } from '../../app/project/project.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, texts } from '../../texts/index.ts';

type Permission = components['schemas']['RememberedPermission'];

const LIMIT = 50;

const placeOf = ({ host, method }: Permission): string =>
  [method, host].filter(Boolean).join(' ') || texts().approvals.anywhere;

/** What agents may do without asking again, until it is revoked. */
export const Permissions = () => {
  const [isAsked, ask] = useState(false);
  const agents = useAgentNames();
  const list = usePages(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/permissions', {
        path: { project_id: project.value },
        query: { limit: LIMIT, ...(cursor && { cursor }) },
        signal,
      }),
    [project.value],
  );
  const { approvals } = texts();
  const one = useAction(async (id: string) => {
    await artel().call('DELETE /my/projects/{project_id}/permissions/{permission_id}', {
      path: { project_id: project.value, permission_id: id },
    });
    list.change((items) => items.filter((item) => item.id !== id));
    notify(approvals.revoked);
  });
  const all = useAction(async () => {
    await artel().call('DELETE /my/projects/{project_id}/permissions', { path: { project_id: project.value } });
    ask(false);
    notify(approvals.revokedAll);
    await list.reload();
  });
  return (
    <>
      <p class="lead">{approvals.permissionsLead}</p>
      <ProblemNote problem={one.problem.value} />
      <Listed from={list} empty={<Empty title={approvals.noPermissions}>{approvals.noPermissionsHint}</Empty>}>
        {(items) => (
          <>
            <Table
              label={approvals.permissions}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  title: approvals.agent,
                  cell: ({ agent_key }) => <span dir="auto">{agents.get(agent_key) ?? agent_key}</span>,
                },
                { title: approvals.tool, cell: ({ tool }) => <span dir="auto">{tool}</span> },
                { title: approvals.where, cell: (permission) => <span dir="auto">{placeOf(permission)}</span> },
                {
                  title: approvals.since,
                  cell: ({ approval_id, created_at }) => (
                    <a href={href({ screen: 'approvals', item: approval_id })}>
                      <Time at={created_at} />
                    </a>
                  ),
                },
                {
                  title: approvals.revoke,
                  cell: ({ id, tool, agent_key }) => (
                    <Button
                      isBusy={one.isBusy.value}
                      label={filled(approvals.revokeOne, { tool, agent: agents.get(agent_key) ?? agent_key })}
                      onClick={() => void one.run(id)}
                    >
                      {approvals.revoke}
                    </Button>
                  ),
                },
              ]}
            />
            <div>
              <Button kind="danger" onClick={() => ask(true)}>
                {approvals.revokeAll}
              </Button>
            </div>
          </>
        )}
      </Listed>
      {isAsked && (
        <Confirm
          title={approvals.revokeAll}
          text={approvals.revokeAllText}
          action={approvals.revokeAll}
          isBusy={all.isBusy.value}
          problem={all.problem.value}
          onConfirm={() => void all.run()}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
};
