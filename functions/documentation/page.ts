import { escaped } from '../routing/reply/escaped.ts';

/**
 * The page loads one script, from here, and sends what is tried in it here. Its elements carry their looks in `style`
 * attributes, which a policy can only allow as a whole; styles can neither run nor send anything.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What RapiDoc is told: https://rapidocweb.com/api.html. A token that was entered is gone with the page. */
const ATTRIBUTES = {
  // One operation at a time: drawing all of them at once keeps a browser busy for many seconds.
  'render-style': 'focused',
  'schema-style': 'table',
  'use-path-in-nav-bar': 'true',
  'show-method-in-nav-bar': 'as-colored-text',
  'show-header': 'false',
  'load-fonts': 'false',
  'allow-try': 'true',
  'allow-spec-url-load': 'false',
  'allow-spec-file-load': 'false',
  'persist-auth': 'false',
};

/** The page, for the address of the document and that of the script; both depend on where it was requested. */
export const pageOf = ({ title, document, script }: { title: string; document: string; script: string }): string => {
  const attributes = Object.entries({ 'spec-url': document, ...ATTRIBUTES })
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="icon" href="data:,"><script type="module" src="${escaped(script)}"></script></head><body><rapi-doc ${attributes}><p slot="overview">The same as a document: <a href="${escaped(document)}">${escaped(document)}</a>.</p></rapi-doc></body></html>
`;
};
