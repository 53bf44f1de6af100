import { html } from './html.js';
import { addTask, clearDone, emptyList, leftIn, removeTask, setDone } from './list.js';

export const initial = emptyList;

/** The next list, after what a person did. */
export function update(list, { action, id, text = '', checked }) {
  switch (action) {
    case 'add':
      return text.trim() === '' ? list : addTask(list, text.trim());
    case 'done':
      return setDone(list, Number(id), checked);
    case 'remove':
      return removeTask(list, Number(id));
    case 'clear':
      return clearDone(list);
    default:
      return list;
  }
}

const item = ({ id, text, done }) => html`
  <li class="${done ? 'done' : 'open'}">
    <label class="task">
      <input type="checkbox" id="task-${id}" data-action="done" data-id="${id}" ${done && 'checked'} />
      <span>${text}</span>
    </label>
    <button type="button" data-action="remove" data-id="${id}" aria-label="Remove ${text}">Remove</button>
  </li>
`;

export const view = (list) => html`
  <h1>To-do list</h1>
  <form data-action="add">
    <label>What is to be done <input id="text" name="text" autocomplete="off" maxlength="200" /></label>
    <button type="submit" class="primary">Add</button>
  </form>
  ${list.tasks.length === 0 ? html`<p class="quiet">Nothing yet. Add the first task above.</p>` : html`<ul class="tasks">${list.tasks.map(item)}</ul>`}
  ${list.tasks.some(({ done }) => done) && html`<button type="button" id="clear" data-action="clear">Clear what is done</button>`}
`;

/** What somebody is told who does not see the list change. */
export function status(list) {
  const left = leftIn(list);
  if (list.tasks.length === 0) return '';
  if (left === 0) return 'All done.';
  return left === 1 ? '1 task left.' : `${left} tasks left.`;
}
