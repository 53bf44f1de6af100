/** Runs `task` after `milliseconds`, unless the returned function is called before. */
export type Timer = (milliseconds: number, task: () => void) => () => void;

export const systemTimer: Timer = (milliseconds, task) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};
