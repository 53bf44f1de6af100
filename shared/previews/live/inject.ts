/** A head begins early, and whoever writes a page decides how long is looked for it. */
const LOOKED_AT_BYTES = 8_192;

const BEGINNINGS = [/<head(?:\s[^>]*)?>/i, /<html(?:\s[^>]*)?>/i, /^\s*<!doctype[^>]*>/i];

/** UTF-16 is told by its first bytes; in it these tags are written otherwise. */
const isWide = (page: Buffer): boolean =>
  (page[0] === 0xff && page[1] === 0xfe) || (page[0] === 0xfe && page[1] === 0xff);

/**
 * A page with the script of previews before all others, so that it hears of their errors. `version` is what the page belongs to; without
 * it the page does not follow the files. Bytes are kept as they are, whatever they are written in.
 */
export const withLiveScript = (page: Buffer, { prefix, version }: { prefix: string; version?: number }): Buffer => {
  if (isWide(page)) return page;
  const text = page.subarray(0, LOOKED_AT_BYTES).toString('latin1');
  const found = BEGINNINGS.map((beginning) => beginning.exec(text)).find((match) => match !== null);
  const at = found ? found.index + found[0].length : 0;
  const follows = version === undefined ? '' : ` data-version="${version}"`;
  const tag = Buffer.from(`<script src="${prefix}__artel/live.js"${follows}></script>`);
  return Buffer.concat([page.subarray(0, at), tag, page.subarray(at)]);
};
