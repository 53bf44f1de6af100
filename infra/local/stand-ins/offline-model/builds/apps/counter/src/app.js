import { down, newCounter, reset, setStep, up } from './counter.js';
import { html } from './html.js';

export const initial = newCounter;

/** The next counter, after what a person did. */
export function update(counter, { action, value }) {
  switch (action) {
    case 'up':
      return up(counter);
    case 'down':
      return down(counter);
    case 'reset':
      return reset(counter);
    case 'step':
      return setStep(counter, Number(value));
    default:
      return counter;
  }
}

export const view = ({ count, step }) => html`
  <h1>Counter</h1>
  <p style="font-size: 4rem; line-height: 1.2; margin: 0 0 1.5rem">${count}</p>
  <p>
    <button type="button" id="down" data-action="down" aria-label="Down by ${step}">−${step}</button>
    <button type="button" id="up" data-action="up" class="primary" aria-label="Up by ${step}">+${step}</button>
    <button type="button" id="reset" data-action="reset">Reset</button>
  </p>
  <label>Step <input id="step" type="number" min="1" max="1000" value="${step}" data-action="step" /></label>
`;

/** What somebody is told who does not see the number change. */
export const status = ({ count }) => `The count is ${count}.`;
