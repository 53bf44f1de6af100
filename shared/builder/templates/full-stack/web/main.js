import { faultIn } from '../shared/entry.js';
import { entriesHtml } from './page.js';

const form = document.querySelector('#write');
const status = document.querySelector('#status');
const list = document.querySelector('#entries');

/** Asks the server. What it refuses, and that it does not answer, are errors with a sentence for the reader. */
async function ask(method, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('api/entries', { method, headers, body: body && JSON.stringify(body) }).catch(
    () => undefined,
  );
  const isApi = response?.headers.get('content-type')?.startsWith('application/json');
  if (!isApi) throw new Error('The server does not answer. Start it with "node server/main.js".');
  const said = await response.json();
  if (!response.ok) throw new Error(said.error.message);
  return said;
}

async function show() {
  const { entries } = await ask('GET');
  list.innerHTML = entriesHtml(entries);
}

const telling = async (work, done = '') => {
  try {
    await work();
    status.textContent = done;
  } catch (error) {
    status.textContent = error.message;
  }
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const entry = Object.fromEntries(new FormData(form));
  const fault = faultIn(entry);
  if (fault) {
    status.textContent = fault.message;
    form.elements[fault.field].focus();
    return;
  }
  await telling(async () => {
    await ask('POST', entry);
    form.reset();
    await show();
  }, 'Thank you, it is written down.');
});

telling(show);
