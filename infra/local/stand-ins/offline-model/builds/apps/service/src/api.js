import { wish } from './wish.js';

/** Characters of an item. */
const MAX_TEXT = 1_000;

const error = (status, message, field) => ({ status, body: { error: { message, ...(field && { field }) } } });

/** The routes: method, path with places for ids, and what answers. */
const routes = (store) => [
  ['GET', /^\/$/, () => ({ status: 200, body: { wish } })],
  ['GET', /^\/health$/, () => ({ status: 200, body: { ok: true } })],
  ['GET', /^\/items$/, () => ({ status: 200, body: { items: store.list() } })],
  ['POST', /^\/items$/, ({ body }) => add(store, body)],
  ['GET', /^\/items\/(\w+)$/, ({ id }) => one(store.find(id))],
  ['DELETE', /^\/items\/(\w+)$/, ({ id }) => (store.remove(id) ? { status: 204 } : missing())],
];

const missing = () => error(404, 'There is no such item.');
const one = (item) => (item ? { status: 200, body: item } : missing());

function add(store, body) {
  const text = typeof body?.text === 'string' ? body.text.trim() : '';
  if (text === '') return error(422, 'An item needs a text.', 'text');
  if (text.length > MAX_TEXT) return error(422, `A text has at most ${MAX_TEXT} characters.`, 'text');
  return { status: 201, body: store.add(text) };
}

/** Answers `{ method, path, body }` with `{ status, body }`. */
export function api(store) {
  const table = routes(store);
  return ({ method, path, body }) => {
    const there = table.filter(([, pattern]) => pattern.test(path));
    if (there.length === 0) return error(404, `There is nothing at ${path}.`);
    const [, pattern, answer] = there.find(([name]) => name === method) ?? [];
    if (!answer) return error(405, `${path} takes ${there.map(([name]) => name).join(', ')}.`);
    return answer({ body, id: pattern.exec(path)[1] });
  };
}
