import { html } from './html.js';
import { faultsIn, mailLink } from './message.js';

const empty = { name: '', email: '', text: '' };

export const initial = { message: empty, faults: {}, isReady: false };

/** The next state, after what a person did. */
export function update(state, { action, ...given }) {
  if (action === 'again') return initial;
  if (action !== 'send') return state;
  const message = { ...empty, ...given };
  const faults = faultsIn(message);
  return { message, faults, isReady: Object.keys(faults).length === 0 };
}

const field = (name, label, { message, faults, type = 'text' }) => html`
  <label>
    ${label}
    <input id="${name}" name="${name}" type="${type}" value="${message[name]}"
      ${faults[name] && html`aria-invalid="true" aria-describedby="${name}-fault"`} />
    ${faults[name] && html`<span id="${name}-fault">${faults[name]}</span>`}
  </label>
`;

const form = (state) => html`
  <form data-action="send" novalidate>
    ${field('name', 'Your name', state)}
    ${field('email', 'Your e-mail address', { ...state, type: 'email' })}
    ${field('text', 'Your message', state)}
    <button type="submit" class="primary">Write</button>
  </form>
`;

const ready = ({ message }) => html`
  <p>Thank you, ${message.name.trim()}. <a id="mail" href="${mailLink(message)}">Open it in your mail program</a> to send it.</p>
  <button type="button" id="again" data-action="again">Write another one</button>
`;

export const view = (state) => html`
  <h1>Contact</h1>
  ${state.isReady ? ready(state) : form(state)}
`;

/** What somebody is told who does not see the page change. */
export const status = ({ faults, isReady }) => {
  if (isReady) return 'Your message is ready to be sent.';
  return Object.values(faults).join(' ');
};
