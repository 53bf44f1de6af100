import * as app from './app.js';
import { keep } from './keep.js';
import { mount } from './mount.js';

const kept = keep(document.title);
const update = (state, message) => app.update(state, { ...message, now: Date.now() });

const send = mount(
  { ...app, update, initial: kept.read(app.initial) },
  {
    root: document.querySelector('#app'),
    statusLine: document.querySelector('#status'),
    onChange: (state) => kept.write(state),
  },
);

setInterval(() => send({ action: 'tick' }), 250);
