import { html } from './html.js';
import { wish } from './wish.js';

export const initial = { ideas: [] };

/** The next state, after what a person did. */
export function update(state, { action, idea = '' }) {
  if (action !== 'add' || idea.trim() === '') return state;
  return { ...state, ideas: [...state.ideas, idea.trim()] };
}

export const view = ({ ideas }) => html`
  <h1>A place for it</h1>
  <p>You wished for this:</p>
  <blockquote>${wish}</blockquote>
  <p class="quiet">This page does not do it yet. Note here what it should do first:</p>
  <form data-action="add">
    <label>An idea <input id="idea" name="idea" autocomplete="off" maxlength="200" /></label>
    <button type="submit" class="primary">Add</button>
  </form>
  ${ideas.length > 0 && html`<ol>${ideas.map((idea) => html`<li>${idea}</li>`)}</ol>`}
`;

/** What somebody is told who does not see the page change. */
export const status = ({ ideas }) => (ideas.length === 0 ? '' : `${ideas.length} noted.`);
