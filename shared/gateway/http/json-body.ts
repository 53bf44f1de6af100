/**
 * A value as the JSON of a request. Half a character, of which a text may be left with by a cut long ago, becomes U+FFFD:
 * strict providers refuse a body that is not well formed, and with it every later call of that conversation.
 */
export const jsonBody = (value: object): string => wellFormedJson(JSON.stringify(value));

/** In JSON, halves of characters stand only as escapes; those that belong together may too. */
const ESCAPED_HALF = /\\ud[89a-f]/i;
const ESCAPES = /\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|u(d[89a-f][0-9a-f]{2})|.)/gis;

export const wellFormedJson = (json: string): string =>
  ESCAPED_HALF.test(json)
    ? json.replace(ESCAPES, (all, _high, _low, half) => (half === undefined ? all : '\ufffd'))
    : json;
