import { type Signal, signal } from '@preact/signals';

const forgetting: (() => void)[] = [];
let before: string | undefined;

/** Runs when whoever was signed in here is so no more, before anybody else is shown anything. */
export const whenLeft = (forget: () => void): void => {
  forgetting.push(forget);
};

/** What is known for one person: the next one at this page, which nobody has loaded again, begins without it. */
export const ofPerson = <T>(initial: T): Signal<T> => {
  const known = signal(initial);
  whenLeft(() => {
    known.value = initial;
  });
  return known;
};

/** Who is signed in from now on; `undefined`: nobody. */
export const shownTo = (user: string | undefined): void => {
  const isLeft = before !== undefined && before !== user;
  before = user;
  if (isLeft) for (const forget of forgetting) forget();
};
