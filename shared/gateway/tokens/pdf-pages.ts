/** Of a PDF that only its provider will see. */
const UNSEEN_PAGES = 10;
/** A page of text is smaller, one of pictures larger. */
const BYTES_PER_PAGE = 50 * 1024;

/** A linearized PDF says at its beginning how many pages it has. */
const LINEARIZED = /\/Linearized[^>]{0,200}\/N (\d{1,5})\b/;
const PAGE = /\/Type ?\/Page\b/g;

/**
 * About how many pages a PDF has, by its `data:` or `https:` URL: by its own word, else by the pages that can be seen without
 * unpacking it, else by its size.
 */
export const pdfPages = (url: string): number => {
  if (!url.startsWith('data:')) return UNSEEN_PAGES;
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  const told = Number(LINEARIZED.exec(bytes.toString('latin1', 0, 2_048))?.[1] ?? 0);
  const seen = told || (bytes.toString('latin1').match(PAGE)?.length ?? 0);
  // What a file says of itself bounds nothing: no page takes less than some hundred bytes.
  const most = Math.ceil(bytes.length / 100);
  return Math.max(1, Math.min(most, seen || Math.ceil(bytes.length / BYTES_PER_PAGE)));
};
