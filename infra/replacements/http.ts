/**
 * Stands in bundles for `node:http`. An `import` of it reads each of its properties, and `http.WebSocket` loads the whole
 * of Node's `fetch` (a fifth of a function's start), which most invocations never use. Taken this way nothing is read
 * but what is named here.
 */
const http = process.getBuiltinModule('node:http');

export const { Agent, request, STATUS_CODES } = http;
export default http;
