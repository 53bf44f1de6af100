import { FOLLOWED_SESSION } from '../../events/index.ts';
import { type Found, type Invariant, ofProjects } from './invariant.ts';

/** A session whose log says that it is followed is: while a run is under way, it is due, so that no event is lost. (notifications) */
export const followedSessions: Invariant = {
  name: 'followed sessions',
  moment: 'always',
  broken: ofProjects(({ ofKind, sessions }) => {
    const following = ofKind('subscription').filter(({ item }) => item.kind === FOLLOWED_SESSION);
    const bySession = new Map(following.map((entry) => [entry.place.owner ?? '', entry.item]));
    return ofKind('log end').flatMap(({ item, place: { owner: session = '' } }): Found[] => {
      const state = sessions.get(session);
      if (item.followed !== true || state?.status !== 'open') return [];
      const found = (text: string): Found => ({ about: { session }, text });
      const follows = bySession.get(session);
      if (!follows) return [found('The log says that it is followed, and nothing follows it.')];
      if (Number(follows.seq) > Number(item.last_seq) && state.active === undefined)
        return [found('More was handed over than there is.')];
      return state.active !== undefined && follows.due_at === undefined
        ? [found('A run is under way, and nobody is due to hand its events over.')]
        : [];
    });
  }),
};
