import type { Call, Caller } from './schedule.ts';

export const nameOf = (invocation: Caller | undefined): string =>
  invocation ? `${invocation.role} ${invocation.number}` : 'nobody';

/** Whose work an event is about, where it says so. */
export const ownerIn = (about: object): string | undefined =>
  'user_id' in about && typeof about.user_id === 'string' ? about.user_id : undefined;

const PARTITION = /"(?:USER|AUTH|AUDIT|ACCOUNT|RATE)#([0-9a-z]{26})/g;

/** Whoever works for one person must touch nobody else's items. */
export const foreignItems = ({ invocation, service, input }: Call): string[] => {
  const owner = invocation?.owner;
  if (owner === undefined || service !== 'table') return [];
  return [...JSON.stringify(input).matchAll(PARTITION)].flatMap(([, user]) =>
    user === owner ? [] : [`${nameOf(invocation)} of ${owner} touched an item of ${user}`],
  );
};
