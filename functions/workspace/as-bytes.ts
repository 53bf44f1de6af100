/** Whatever a file is, no browser shows it, or runs it, as a page of this origin. */
export const AS_BYTES = {
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  'cache-control': 'private, no-store',
};
