import { signal } from '@preact/signals';
import { whenLeft } from '../person/of-person.ts';

/** A word to the person about something that happened, wherever they are. */
export type Notice = {
  id: number;
  text: string;
  kind: 'done' | 'attention' | 'failed';
  to?: string | undefined;
  /** Of notices about the same there is one, the newest. */
  about?: string | undefined;
};

export const notices = signal<readonly Notice[]>([]);

let count = 0;
/** Milliseconds a notice is shown. One that asks for something, or says that something went wrong, stays until it is taken away. */
const SHOWN_FOR = 6_000;

/** `to`: the address that the notice leads to. */
export const notify = (text: string, { kind = 'done', to, about }: Partial<Omit<Notice, 'id' | 'text'>> = {}): void => {
  count += 1;
  const id = count;
  if (about !== undefined) dismissAbout(about);
  notices.value = [...notices.value.slice(-3), { id, text, kind, to, about }];
  if (kind === 'done') setTimeout(() => dismiss(id), SHOWN_FOR);
};

export const dismiss = (id: number): void => {
  notices.value = notices.value.filter((one) => one.id !== id);
};

export const dismissAbout = (about: string): void => {
  notices.value = notices.value.filter((one) => one.about !== about);
};

// What stays was for whoever was signed in; the others go by themselves.
whenLeft(() => {
  notices.value = notices.value.filter(({ kind }) => kind === 'done');
});
