import { contact } from './contact.ts';
import { counter } from './counter.ts';
import { greeting } from './greeting.ts';
import type { Kind } from './kind.ts';
import { notesApi } from './notes-api.ts';
import { page } from './page.ts';
import { service } from './service.ts';
import { site } from './site.ts';
import { timer } from './timer.ts';
import { todoList } from './todo-list.ts';
import { tool } from './tool.ts';

/** The most particular first: the first whose words a wish has is taken. The last one is for any other wish. */
export const kinds: readonly Kind[] = [
  notesApi,
  todoList,
  timer,
  counter,
  contact,
  greeting,
  service,
  site,
  tool,
  page,
];

/** Names of the kinds that are really built, for a sentence. */
export const knownKinds = kinds.filter(({ fulfils }) => fulfils).map(({ name }) => name);
