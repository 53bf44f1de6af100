/*
 * Runs in the pages of previews, before their own scripts: says what goes wrong in them, and loads a page again once the files have
 * changed. Written for browsers, so it is a text here. It takes what it calls before the page can replace it, says at most 20
 * things a page, and closes its stream while the page is not looked at.
 */
export const LIVE_SCRIPT = `(() => {
  'use strict';
  const me = document.currentScript;
  const base = me.src.replace(/live\\.js.*$/, '');
  const version = me.dataset.version;
  const post = window.fetch.bind(window);
  const text = (value) => {
    if (value instanceof Error) return value.name + ': ' + value.message;
    if (typeof value === 'string') return value;
    try { return JSON.stringify(value) ?? String(value); } catch { return String(value); }
  };
  const cut = (value, most) => String(value).slice(0, most);
  let left = 20;
  const say = (kind, { message, source, line, column, stack }) => {
    if (left <= 0) return;
    left -= 1;
    const report = {
      kind,
      message: cut(message, 500),
      source: source ? cut(source, 300) : null,
      line: line ?? null,
      column: column ?? null,
      stack: stack ? cut(stack, 2000) : null,
      page: cut(location.pathname + location.search, 300),
      version: version ? Number(version) : null,
    };
    post(base + 'errors', { method: 'POST', body: JSON.stringify(report), keepalive: true, credentials: 'omit' }).catch(() => {});
  };
  addEventListener('error', (event) => {
    const at = event.target;
    if (event instanceof ErrorEvent)
      say('error', { message: event.message, source: event.filename, line: event.lineno, column: event.colno, stack: event.error?.stack });
    else if (at instanceof Element) {
      const source = at.src || at.href || at.data;
      say('resource', { message: 'Could not load <' + at.localName + '>', source });
    }
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => say('rejection', { message: text(reason), stack: reason?.stack }));
  const tell = console.error.bind(console);
  console.error = (...values) => {
    tell(...values);
    const cause = values.find((value) => value instanceof Error);
    say('console', { message: values.map(text).join(' '), stack: cause?.stack });
  };
  if (!version) return;
  let stream;
  const follow = () => {
    if (document.hidden) { stream?.close(); stream = undefined; return; }
    if (stream && stream.readyState !== EventSource.CLOSED) return;
    stream = new EventSource(base + 'events?version=' + version);
    stream.addEventListener('preview_updated', () => { stream.close(); location.reload(); });
    stream.addEventListener('preview_ended', () => stream.close());
  };
  document.addEventListener('visibilitychange', follow);
  follow();
})();
`;
