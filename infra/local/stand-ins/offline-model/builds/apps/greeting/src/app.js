import { greetingAt } from './greeting.js';
import { html } from './html.js';

export const initial = { name: '' };

/** The next state, after what a person did. */
export const update = (state, { action, name = '' }) => (action === 'greet' ? { ...state, name: name.trim() } : state);

const words = ({ name }, hour) => (name === '' ? `${greetingAt(hour)}!` : `${greetingAt(hour)}, ${name}!`);
const thisHour = () => new Date().getHours();

export const view = (state, hour = thisHour()) => html`
  <h1>${words(state, hour)}</h1>
  <form data-action="greet">
    <label>Your name <input id="name" name="name" autocomplete="given-name" value="${state.name}" /></label>
    <button type="submit" class="primary">Greet me</button>
  </form>
`;

/** What somebody is told who does not see the page change. */
export const status = (state, hour = thisHour()) => (state.name === '' ? '' : words(state, hour));
