import { escaped } from '../routing/reply/escaped.ts';
import type { Manifest } from './files.ts';

/**
 * Scripts and styles are files from here, none is inline, and text becomes markup only through a policy of the script's own.
 * Requests go to here; a socket may have a host of its own, whose name is not known here.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The one page of the console. Addresses in it begin with `basePath`, which depends on where it was requested. */
export const pageOf = ({ script, style, icon, chunks, licences }: Manifest, basePath: string): string => {
  const at = (file: string): string => escaped(`${basePath}/console/assets/${file}`);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta name="artel-base" content="${escaped(basePath)}">`,
    '<title>Artel</title>',
    `<link rel="icon" type="image/svg+xml" href="${at(icon)}">`,
    `<link rel="license" href="${at(licences)}">`,
    `<link rel="stylesheet" href="${at(style)}">`,
    `<script type="module" src="${at(script)}"></script>`,
    ...chunks.map((chunk) => `<link rel="modulepreload" href="${at(chunk)}">`),
    '</head>',
    '<body>',
    '<div id="app"></div>',
    '<noscript>The console is a program that runs in your browser: allow scripts from this address.</noscript>',
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\n');
};
