import { html } from './html.js';
import { clockOf, isRunning, newTimer, pause, reset, setMinutes, start, tick } from './timer.js';

export const initial = newTimer;

/** The next timer, after what a person or the clock did at the time `now`. */
export function update(timer, { action, value, now }) {
  switch (action) {
    case 'start':
      return start(timer, now);
    case 'pause':
      return pause(timer, now);
    case 'tick':
      return tick(timer, now);
    case 'reset':
      return reset(timer);
    case 'minutes':
      return setMinutes(timer, Number(value));
    default:
      return timer;
  }
}

const standing = ({ minutes }) => html`
  <button type="button" id="go" data-action="start" class="primary">Start</button>
  <button type="button" id="reset" data-action="reset">Reset</button>
  <label>Minutes <input id="minutes" type="number" min="1" max="180" value="${minutes}" data-action="minutes" /></label>
`;
const running = html`<button type="button" id="go" data-action="pause" class="primary">Pause</button>`;

export const view = (timer) => html`
  <h1>Timer</h1>
  <p style="font-size: 5rem; line-height: 1.1; margin: 0 0 1.5rem; font-variant-numeric: tabular-nums">
    ${clockOf(timer)}
  </p>
  ${isRunning(timer) ? running : standing(timer)}
`;

/** What somebody is told who does not see the clock: that it runs, and that it is over. Every second would be too much. */
export const status = (timer) => {
  if (isRunning(timer)) return 'The timer is running.';
  return timer.left === 0 ? 'The time is up.' : '';
};
