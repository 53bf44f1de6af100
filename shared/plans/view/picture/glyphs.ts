/** Widths in parts of the font size, near those of the common interface fonts and rather too wide than too narrow. */
const NARROW = new Set(" .,:;'|!ijl");
const SLIM = new Set('()[]{}/\\"-`*frtI°');
const BROAD = new Set('mwMW@%&—');

/** Scripts and signs as wide as they are high. Source: Unicode Standard Annex 11, the blocks of class W and F. */
const SQUARE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const PICTURE = /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;

/** A cluster longer than any real one is a heap of marks that would be painted over everything else. */
const MAX_CLUSTER_LENGTH = 32;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as characters, none of which may be cut in two. */
export const clusters = (text: string): string[] => {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  return Array.from(segmenter.segment(text), ({ segment }) =>
    segment.length > MAX_CLUSTER_LENGTH ? '\ufffd' : segment,
  );
};

/** The width of one cluster, in parts of the font size. */
export const clusterWidth = (cluster: string): number => {
  if (NARROW.has(cluster)) return 0.3;
  if (SLIM.has(cluster)) return 0.42;
  if (BROAD.has(cluster)) return 0.93;
  if (cluster >= 'A' && cluster <= 'Z') return 0.7;
  if (cluster.length === 1 && cluster <= '~') return 0.59;
  if (PICTURE.test(cluster)) return 1.35;
  if (SQUARE.test(cluster)) return 1.03;
  return INVISIBLE.test(cluster) ? 0 : 0.68;
};

export const textWidth = (text: string, size: number): number =>
  clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0) * size;
