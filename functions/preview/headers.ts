import { tokenPlace } from '../../shared/previews/index.ts';

/** What a page of somebody's project has no business with, whoever looks at it. */
const NO_DEVICES = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';

const ALWAYS = {
  'x-robots-tag': 'noindex, nofollow',
  // The address is all it takes to see a preview: no page it leads to is told.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': NO_DEVICES,
  'cache-control': 'private, no-cache',
};

/** Where each preview has a host of its own, the browser keeps it apart by its origin. */
const OWN_HOST = { 'cross-origin-resource-policy': 'same-origin', 'origin-agent-cluster': '?1' };

/**
 * Where all previews have one host, each page is an origin by itself: it has no storage, no cookies, and shares nothing with
 * other previews. To its own files it is a stranger then, so these may be read by strangers; they have to know the address.
 */
const OWN_SANDBOX = {
  'content-security-policy': 'sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

/** Of every answer of a preview, also of those that say that there is none. */
export const previewHeaders = (): Record<string, string> => ({
  ...ALWAYS,
  ...(tokenPlace() === 'host' ? OWN_HOST : OWN_SANDBOX),
});
