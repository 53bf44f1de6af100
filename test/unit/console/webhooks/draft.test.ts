import { describe, expect, test } from 'vitest';
import {
  changes,
  draftOf,
  isComplete,
  type KnownWebhook,
  newBody,
  newDraft,
} from '../../../../console/src/screens/webhooks/draft.ts';

const known: KnownWebhook = {
  id: 'whk_1',
  name: 'Chat room',
  url: 'https://example.com/hook',
  events: ['run_completed', 'error'],
  project_id: null,
  permissions: [],
  state: 'enabled',
  disabled_because: null,
  failing_since: null,
  former_secret_until: null,
  created_at: '2026-11-29T12:00:00.000Z',
  updated_at: '2026-11-29T12:00:00.000Z',
};

describe('a new webhook', () => {
  test('needs an address and an event', () => {
    const draft = { ...newDraft(), url: 'https://example.com' };
    expect(isComplete(draft)).toBe(true);
    expect(isComplete({ ...draft, url: ' ' })).toBe(false);
    expect(isComplete({ ...draft, events: [] })).toBe(false);
  });

  test('has permissions only where it has a project', () => {
    const draft = { ...newDraft(), url: ' https://example.com ', permissions: ['files:write'] };
    expect(newBody(draft)).toEqual({ url: 'https://example.com', events: draft.events });
    expect(newBody({ ...draft, name: ' Bot ', project: 'prj_1' })).toMatchObject({
      name: 'Bot',
      project_id: 'prj_1',
      permissions: ['files:write'],
    });
  });
});

describe('a change of a webhook', () => {
  test('is nothing where all is as before, in whatever order', () => {
    const draft = draftOf(known);
    expect(changes(known, { ...draft, events: ['error', 'run_completed'] })).toBeUndefined();
    expect(changes(known, { ...draft, name: '' })).toBeUndefined();
  });

  test('names only what is different', () => {
    const draft = draftOf(known);
    expect(changes(known, { ...draft, name: 'Other' })).toEqual({ name: 'Other' });
    expect(changes(known, { ...draft, events: ['error', 'run_started'] })).toEqual({
      events: ['error', 'run_started'],
    });
  });
});
