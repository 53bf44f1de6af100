import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What an answer may be made of: text, lists, tables, code and links. Neither pictures nor styles: both can ask other servers. */
const ALLOWED = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOWED_URI_REGEXP: /^(https?|mailto):/i,
  RETURN_DOM_FRAGMENT: true,
} as const;

/** Raw HTML in an answer is text like any other. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
marked.use({
  gfm: true,
  breaks: true,
  renderer: { html: ({ text }) => escaped(text), image: ({ text, href }) => `${escaped(text)} (${escaped(href)})` },
});

const drawn = (text: string): DocumentFragment => {
  const fragment = DOMPurify.sanitize(marked.parse(text, { async: false }), {
    ...ALLOWED,
    ALLOWED_TAGS: [...ALLOWED.ALLOWED_TAGS],
    ALLOWED_ATTR: [...ALLOWED.ALLOWED_ATTR],
  });
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    // Where it led was not allowed: its words are words like others.
    if (!link.hasAttribute('href')) link.replaceWith(...link.childNodes);
  }
  // The page has headings of its own, which an answer's stand below.
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const lower = document.createElement('p');
    lower.className = 'answer-heading';
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  for (const block of fragment.querySelectorAll('pre, table')) block.setAttribute('tabindex', '0');
  return fragment;
};

/** An answer in Markdown, in which nothing can run, load or look like the page. */
export const Markdown = ({ text }: { text: string }) => {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(drawn(text));
  }, [text]);
  return <div class="answer" dir="auto" ref={place} />;
};
