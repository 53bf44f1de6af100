import type { Claim } from '../../bus/index.ts';
import { Defect } from '../../core/errors.ts';
import { LeaseLost } from '../../events/index.ts';
import { historyUpTo, type PromptMessage } from '../../sessions/index.ts';
import { filesOfTemplate } from '../builds/template.ts';
import { readSettings } from '../settings.ts';
import type { Order } from '../stages/work.ts';

/** Messages of the session that a build continues. */
const MAX_HISTORY = 10;

/** What the build was asked for. */
export const orderOf = async ({ project, task }: Claim): Promise<Order> => {
  const messages = await historyUpTo(project, task.session_id, { upTo: task.message_id, limit: MAX_HISTORY });
  const message = messages.at(-1);
  // A session's messages go after its tasks: whoever claimed one before finds neither.
  if (message?.id !== task.message_id) throw new LeaseLost();
  if (task.build === undefined) throw new Defect('A build has no settings.');
  const settings = readSettings(task.build);
  return {
    request: message.content,
    history: messages.slice(0, -1).map(lineOf).join('\n\n'),
    settings,
    ...(settings.fix && { fix: settings.fix }),
    begins: settings.template === undefined ? [] : (filesOfTemplate(settings.template) ?? []),
  };
};

const lineOf = ({ role, content }: PromptMessage): string => `${role === 'user' ? 'Person' : 'Team'}: ${content}`;
