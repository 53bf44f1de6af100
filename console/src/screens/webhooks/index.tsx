import type { Screen as ScreenType } from '../../app/screens.ts';
import { NewWebhook } from './new-webhook.tsx';
import { Webhook } from './webhook.tsx';
import { Webhooks } from './webhooks.tsx';

/** The name under which there is a form instead of a webhook; ids begin in another way. */
const NEW = 'new';

export const Screen: ScreenType = ({ place: { item } }) => {
  if (item === undefined) return <Webhooks />;
  return item === NEW ? <NewWebhook /> : <Webhook key={item} id={item} />;
};
