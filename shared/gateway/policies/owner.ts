import { NotFound } from '../../core/errors.ts';
import { restored, type UserScope } from '../../core/scope.ts';
import { getItem, userKeys } from '../../store/index.ts';

/** The scope of a user an administrator names. For their policies and figures only. */
export const userNamed = async (userId: string): Promise<UserScope> => {
  const { user } = restored({ user_id: userId, project_id: 'none' });
  if (!(await getItem(userKeys.profile(user)))) throw new NotFound('There is no such user.');
  return user;
};
