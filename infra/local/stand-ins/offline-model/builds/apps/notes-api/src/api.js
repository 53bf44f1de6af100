import { faultIn } from './notes.js';

const error = (status, fault) => ({ status, body: { error: fault } });
const missing = () => error(404, { message: 'There is no such note.' });
const one = (note) => (note ? { status: 200, body: note } : missing());
const checked = (body, act) => {
  const fault = faultIn(body);
  return fault ? error(422, fault) : act();
};

/** The routes: method, path with a place for the id, and what answers. */
const routes = (notes) => [
  ['GET', /^\/health$/, () => ({ status: 200, body: { ok: true } })],
  ['GET', /^\/notes$/, ({ query }) => ({ status: 200, body: { notes: notes.list(query.q) } })],
  ['POST', /^\/notes$/, ({ body }) => checked(body, () => ({ status: 201, body: notes.add(body) }))],
  ['GET', /^\/notes\/(\w+)$/, ({ id }) => one(notes.find(id))],
  ['PUT', /^\/notes\/(\w+)$/, ({ id, body }) => checked(body, () => one(notes.change(id, body)))],
  ['DELETE', /^\/notes\/(\w+)$/, ({ id }) => (notes.remove(id) ? { status: 204 } : missing())],
];

/** Answers `{ method, path, query, body }` with `{ status, body }`. */
export function api(notes) {
  const table = routes(notes);
  return ({ method, path, query = {}, body }) => {
    const there = table.filter(([, pattern]) => pattern.test(path));
    if (there.length === 0) return error(404, { message: `There is nothing at ${path}.` });
    const [, pattern, answer] = there.find(([name]) => name === method) ?? [];
    if (!answer) return error(405, { message: `${path} takes ${there.map(([name]) => name).join(', ')}.` });
    return answer({ body, query, id: pattern.exec(path)[1] });
  };
}
