import type { components } from '../../../clients/typescript/src/index.ts';
import { texts } from './index.ts';

/** What somebody can be told of, by mail or at an address of theirs. */
export type NotifiedEvent = components['schemas']['NotifiedEvent'];

export const eventName = (event: string): string =>
  event === 'webhook_test' ? texts().webhooks.testEvent : ((texts().events as Record<string, string>)[event] ?? event);

export const eventChoices = (): { value: string; label: string }[] =>
  Object.entries(texts().events).map(([value, label]) => ({ value, label }));
