const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function element(name: string, children: (string | false)[]): string {
  return `<${name}>${children.filter(Boolean).join('')}</${name}>`;
}

export function elements(values: Record<string, string | number | boolean>): string {
  return Object.entries(values)
    .map(([name, value]) => element(name, [String(value).replaceAll(/[&<>"\r]/g, (one) => ENTITIES[one] ?? one)]))
    .join('');
}

/** Texts of every `<name>` in a document that has no attributes or nesting of that name, such as DeleteObjects' keys. */
export function textsOf(document: string, name: string): string[] {
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, named) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return CHARACTERS[named] ?? whole;
    }),
  );
}
