import { faultIn } from '../shared/entry.js';

const error = (status, fault) => ({ status, body: { error: fault } });

/** Answers `{ method, path, body }` with `{ status, body }`. */
export const api =
  (store) =>
  ({ method, path, body }) => {
    if (path !== '/api/entries') return error(404, { message: `There is nothing at ${path}.` });
    if (method === 'GET') return { status: 200, body: { entries: store.list() } };
    if (method !== 'POST') return error(405, { message: `${path} takes GET and POST.` });
    const fault = faultIn(body);
    return fault ? error(422, fault) : { status: 201, body: store.add(body) };
  };
