import { html } from './html.js';

export const initial = { name: '' };

/** The next state, after what a person did. States are never changed, only replaced. */
export function update(state, { action, ...given }) {
  switch (action) {
    case 'greet':
      return { ...state, name: given.name.trim() };
    default:
      return state;
  }
}

/** What is shown. An element with `data-action` sends that action, with the fields of its form. */
export const view = ({ name }) => html`
  <h1>${name === '' ? 'Hello!' : `Hello, ${name}!`}</h1>
  <form data-action="greet">
    <label>Your name <input id="name" name="name" autocomplete="given-name" value="${name}" /></label>
    <button type="submit" class="primary">Greet me</button>
  </form>
`;

/** What somebody is told who does not see the page change. */
export const status = ({ name }) => (name === '' ? '' : `Hello, ${name}!`);
