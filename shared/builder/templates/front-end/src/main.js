import * as app from './app.js';
import { keep } from './keep.js';
import { mount } from './mount.js';

const kept = keep(document.title);

mount(
  { ...app, initial: kept.read(app.initial) },
  {
    root: document.querySelector('#app'),
    statusLine: document.querySelector('#status'),
    onChange: (state) => kept.write(state),
  },
);
