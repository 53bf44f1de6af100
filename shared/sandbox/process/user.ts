/** Ids that no account has, and no container's range: each command has one to itself, as far as they go. */
const FIRST = 0x7000_0000;
const COUNT = 0x1_0000;

/**
 * Who the command is, seen from outside. As root, uid 1000 inside a user namespace is root outside, so root becomes somebody
 * without any rights before there is a namespace. Everybody else stays who they are: the namespace takes their rights.
 *
 * @param number of the command, counted by whoever starts them
 */
export const userFor = (number: number, own = process.getuid?.()): { uid: number; gid: number } | undefined => {
  if (own !== 0) return undefined;
  const id = FIRST + (number % COUNT);
  return { uid: id, gid: id };
};
