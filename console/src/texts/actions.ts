import { texts } from './index.ts';

/** What an entry of an audit trail says was done. */
export const actionName = (action: string): string => (texts().actions as Record<string, string>)[action] ?? action;

/** By their names, so that one is found. */
export const actionChoices = (): { value: string; label: string }[] =>
  Object.entries(texts().actions)
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
