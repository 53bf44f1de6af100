const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => entities[sign]);

/** HTML that is taken as it is where `html` fills it in. */
class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const filled = (value) => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(filled).join('');
  return value === undefined || value === false ? '' : escaped(value);
};

/** Markup with values in it: text is escaped, other markup and lists are not, and what is not there is left out. */
export const html = (texts, ...values) =>
  new Markup(texts.reduce((before, text, index) => before + filled(values[index - 1]) + text));
