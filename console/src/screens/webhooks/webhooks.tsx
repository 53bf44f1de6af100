import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { projects } from '../../app/project/project.ts';
import { Time } from '../../design/figure/time.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { counted, texts } from '../../texts/index.ts';
import type { KnownWebhook } from './draft.ts';
import { WebhookState } from './state.tsx';

/** The name of a project, as far as the switcher knows it. */
export const projectName = (id: string): string => projects.value?.find((one) => one.id === id)?.name ?? id;

export const Webhooks = () => {
  const { webhooks, screens, common } = texts();
  const list = usePages((cursor, signal) =>
    artel().call('GET /my/webhooks', { query: { cursor, order: 'desc' }, signal }),
  );
  const columns = [
    {
      title: common.name,
      cell: ({ id, name }: KnownWebhook) => (
        <a href={href({ screen: 'webhooks', item: id })} dir="auto">
          {name}
        </a>
      ),
    },
    { title: webhooks.state, cell: ({ state }: KnownWebhook) => <WebhookState state={state} /> },
    { title: webhooks.address, cell: ({ url }: KnownWebhook) => <bdi>{url}</bdi> },
    { title: webhooks.told, cell: ({ events }: KnownWebhook) => counted(events.length, webhooks.eventCount) },
    {
      title: common.project,
      cell: ({ project_id }: KnownWebhook) => (project_id ? <bdi>{projectName(project_id)}</bdi> : common.all),
    },
    { title: webhooks.made, cell: ({ created_at }: KnownWebhook) => <Time at={created_at} /> },
  ];
  const link = (
    <a class="button main" href={href({ screen: 'webhooks', item: 'new' })}>
      {webhooks.new}
    </a>
  );
  return (
    <Page title={screens.webhooks} actions={link}>
      <p class="lead">{webhooks.lead}</p>
      <Listed from={list} empty={<Empty title={webhooks.none}>{webhooks.noneHint}</Empty>}>
        {(rows) => <Table label={screens.webhooks} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
    </Page>
  );
};
