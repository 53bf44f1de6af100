import { patch } from './patch.js';

const eventOf = (element) => {
  if (element.tagName === 'FORM') return 'submit';
  return element.matches('input, select, textarea') ? 'change' : 'click';
};

/** What a person gave with an action. A form is emptied: what its fields show next is what the state says. */
function givenBy(element) {
  if (element.tagName !== 'FORM') {
    return element.type === 'checkbox' ? { checked: element.checked } : { value: element.value };
  }
  const fields = Object.fromEntries(new FormData(element));
  element.reset();
  return fields;
}

/** Shows the page's state in an element, and takes what a person does there to its `update`. Answers how to send an action. */
export function mount({ initial, update, view, status }, { root, statusLine, onChange }) {
  let state = initial;

  const show = () => {
    const next = document.createElement('div');
    next.innerHTML = view(state);
    patch(root, next);
    const told = status(state);
    if (statusLine.textContent !== told) statusLine.textContent = told;
  };

  const send = (message) => {
    const before = state;
    state = update(state, message);
    if (state !== before) onChange?.(state);
    show();
  };

  for (const kind of ['click', 'submit', 'change']) {
    root.addEventListener(kind, (event) => {
      const element = event.target.closest('[data-action]');
      if (!element || eventOf(element) !== kind) return;
      if (kind === 'submit') event.preventDefault();
      send({ ...element.dataset, ...givenBy(element) });
    });
  }
  show();
  return send;
}
