/** A to-do list: its tasks in the order they were added, and the number of the next one. Lists are never changed, only replaced. */
export const emptyList = { tasks: [], next: 1 };

export const addTask = ({ tasks, next }, text) => ({
  tasks: [...tasks, { id: next, text, done: false }],
  next: next + 1,
});

export const setDone = (list, id, done) => ({
  ...list,
  tasks: list.tasks.map((task) => (task.id === id ? { ...task, done } : task)),
});

export const removeTask = (list, id) => ({ ...list, tasks: list.tasks.filter((task) => task.id !== id) });

export const clearDone = (list) => ({ ...list, tasks: list.tasks.filter(({ done }) => !done) });

/** How many are still to be done. */
export const leftIn = ({ tasks }) => tasks.filter(({ done }) => !done).length;
