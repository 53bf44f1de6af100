const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => entities[sign]);

/** A file of `pages/`: lines `name: value`, an empty line, and HTML. */
export function readPage(name, text) {
  const end = text.indexOf('\n\n');
  if (end < 0) throw new Error(`${name} has no empty line between its fields and its content.`);
  const fields = Object.fromEntries(
    text
      .slice(0, end)
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(':');
        if (colon < 0) throw new Error(`${name} has a line that is no "name: value": ${line}`);
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
  );
  if (!fields.title) throw new Error(`${name} has no title.`);
  return {
    name,
    title: fields.title,
    description: fields.description ?? '',
    order: Number(fields.order ?? 99),
    content: text.slice(end + 2),
  };
}

const itemFor = ({ name, title }, current) =>
  `          <li><a href="${escaped(name)}"${name === current ? ' aria-current="page"' : ''}>${escaped(title)}</a></li>`;

/** The whole document of a page. */
export function documentOf(page, { layout, pages }) {
  const menu = [...pages].sort((a, b) => a.order - b.order).map((one) => itemFor(one, page.name));
  const parts = {
    title: escaped(page.title),
    description: escaped(page.description),
    menu: menu.join('\n'),
    content: page.content.trimEnd(),
  };
  return layout.replace(/\{\{(\w+)\}\}/g, (place, name) => parts[name] ?? place);
}
