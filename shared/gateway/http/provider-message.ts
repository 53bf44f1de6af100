const MAX_LENGTH = 500;

const ADDRESSES = [
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi,
  /\barn:aws[\w:/.-]*/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|ai|dev|cloud|app|internal|local|corp|lan|svc|test|example)(?::\d+)?\b/gi,
  /\blocalhost(?::\d+)?\b/gi,
];
/** Keys, by the beginnings providers give them and by how chance looks; ids of the conversation are none. */
const KEYS = [
  /\bbearer\s+\S+/gi,
  /\b(?:sk|pk|rk|gsk|xai|key|api|org|proj|hf|AIza|ya29|AKIA|ASIA)[-_.]?[A-Za-z0-9*_.-]*\d[A-Za-z0-9*_.-]{7,}/g,
  /\b(?!(?:call|toolu|msg|resp|req|chatcmpl|run|tsk)[_-])(?=\w*\d)(?=\w*[A-Za-z])\w{32,}/g,
];

/** What a provider says of a request, for the person whose request it is: where it was sent and by whose key is not theirs. */
export const providerMessage = (said: unknown): string | undefined => {
  if (typeof said !== 'string') return undefined;
  const plain = said
    .slice(0, 4 * MAX_LENGTH)
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim();
  const unkeyed = KEYS.reduce((text, key) => text.replace(key, '[key]'), plain);
  const text = ADDRESSES.reduce((rest, address) => rest.replace(address, '[address]'), unkeyed);
  const characters = [...text];
  if (characters.length === 0) return undefined;
  return characters.length <= MAX_LENGTH ? text : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
};
