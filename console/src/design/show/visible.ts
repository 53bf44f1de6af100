/**
 * Signs that turn the direction of what follows, or take no room: with them a program reads otherwise than it runs (Boucher and
 * Anderson 2021, "Trojan Source").
 */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text in which hidden signs can be seen, by their numbers. */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟩`);
