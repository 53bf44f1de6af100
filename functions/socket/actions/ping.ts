import * as z from 'zod';
import { readEnd } from '../../../shared/events/index.ts';
import { action } from '../action.ts';

/**
 * Keeps the socket open and answers with the newest event number of each session it is subscribed to: a client with a lower
 * number has missed a push and subscribes again.
 */
export const pingAction = action({
  permission: 'read',
  input: z.strictObject({}),
  run: async (_input, { connection: { identity, sessions } }) => {
    const ends = sessions.map(async ({ project, session }) => {
      const { next } = await readEnd(identity.scope.inProject(project), session);
      return [session, next - 1] as const;
    });
    return { newest: Object.fromEntries(await Promise.all(ends)) };
  },
});
