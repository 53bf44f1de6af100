import { html } from './html.js';

const entry = ({ name, text, written_at: at }) => html`
  <article>
    <p>${text}</p>
    <p class="quiet">${name}, <time datetime="${at}">${at.slice(0, 10)}</time></p>
  </article>
`;

/** The list of what people wrote. */
export const entriesHtml = (entries) =>
  entries.length === 0 ? html`<p class="quiet">Nobody has written yet.</p>` : html`${entries.map(entry)}`;
