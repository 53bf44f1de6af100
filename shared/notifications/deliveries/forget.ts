import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { deleteItem, deleteItems, getItem, type Item, queryAll, ranges, userKeys } from '../../store/index.ts';
import { BY_EMAIL } from '../following/consumers.ts';
import { allWebhooks } from '../webhooks/manage.ts';

const TOGETHER = 500;

/** What was told of a session that is removed goes with it: deliveries hold what was said. */
export const forgetDeliveriesOf = async (project: ProjectScope, session: string): Promise<void> =>
  forget(project.user, ({ project_id, session_id }) => project_id === project.projectId && session_id === session);

/** The same for a project, with the webhooks that are of it alone. */
export const removeWebhooksOf = async (project: ProjectScope): Promise<void> => {
  const { user, projectId } = project;
  await forget(user, ({ project_id }) => project_id === projectId);
  for (const { webhook_id, only_project } of await allWebhooks(user))
    if (only_project === projectId) await deleteItem(userKeys.webhook(user, webhook_id));
};

/** One read for whoever was never told anything. */
const forget = async (user: UserScope, fits: (item: Item) => boolean): Promise<void> => {
  if (!(await getItem(userKeys.notifications(user)))) return;
  const webhooks = await allWebhooks(user);
  for (const id of [...webhooks.map(({ webhook_id }) => webhook_id), BY_EMAIL]) await forgetOf(user, id, fits);
};

const forgetOf = async (user: UserScope, webhook: string, fits: (item: Item) => boolean): Promise<void> => {
  let found: Item[] = [];
  for await (const item of queryAll(ranges.deliveries(user, webhook))) {
    if (!fits(item)) continue;
    found.push(item);
    if (found.length < TOGETHER) continue;
    await deleteItems(found);
    found = [];
  }
  await deleteItems(found);
};
