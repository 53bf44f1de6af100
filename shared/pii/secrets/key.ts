import { SCORE, type Sink } from '../types.ts';

/**
 * Keys by the prefix their issuer gave them, as the issuers document them and secret scanners know them. Each form states
 * at least the length that no ordinary word reaches.
 */
const FORMS = [
  'sk-(?:proj|svcacct|admin|or-v1|ant-[a-z0-9]{2,10}|lf)-[\\w-]{16,300}',
  'sk-[\\w-]{18,300}',
  '(?:sk|pk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,250}',
  'gh[pousr]_[A-Za-z0-9]{30,255}',
  'github_pat_[A-Za-z0-9_]{22,255}',
  'gl(?:pat|dt|rt|ptt|cbt|soat)-[\\w-]{18,100}',
  'xox[abeoprs]-[A-Za-z0-9-]{10,250}',
  'xapp-[A-Za-z0-9-]{10,250}',
  'AIza[\\w-]{33,40}',
  'ya29\\.[\\w-]{20,2000}',
  'GOCSPX-[\\w-]{20,40}',
  '(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA|AIPA)[A-Z0-9]{16}(?![A-Za-z0-9])',
  'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}',
  'npm_[A-Za-z0-9]{30,64}',
  'pypi-[\\w-]{16,300}',
  'hf_[A-Za-z0-9]{20,64}',
  'do[opr]_v1_[a-f0-9]{40,64}',
  'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}',
  'sq0(?:atp|csp|idp)-[\\w-]{20,64}',
  'gs?k_[A-Za-z0-9]{20,80}',
  'glsa_[A-Za-z0-9]{20,64}_[a-f0-9]{8}',
  '(?:lin_api|r8|whsec|fo1|sbp|rnd|sntrys|dapi|secret|ntn|hvs|phc|pplx|xai|nvapi|tvly|gsk|dckr_pat|dckr_oat|figd|PMAK|rpa|AGE-SECRET-KEY)[-_.][\\w-]{24,300}',
  'key-[a-f0-9]{32}',
  '[SA][KC][a-f0-9]{32}(?![A-Za-z0-9])',
  'A3T[A-Z0-9][A-Z0-9]{16}(?![A-Za-z0-9])',
  'AQVN[\\w-]{30,60}',
  'y[0-3]_[\\w-]{30,80}',
  't1\\.[A-Za-z0-9_-]{20,400}\\.[\\w-]{20,100}',
  'EAA[A-Za-z0-9]{40,300}',
  '[MNO][A-Za-z0-9_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}',
  'v1\\.0-[a-f0-9]{24}-[a-f0-9]{100,200}',
];

const form = new RegExp(`(?:${FORMS.join('|')})`, 'y');
const jwt = /eyJ[\w-]{8,4000}\.[\w-]{8,20000}(?:\.[\w-]{0,4000}){0,3}/y;

/** `sk-your-api-key-goes-here` is a word for a key; random text has digits or changes of case, and many characters. */
const looksRandom = (value: string): boolean => {
  if (new Set(value).size < 9) return false;
  return /\d|[A-Z]{16}$/.test(value) || (/[a-z]/.test(value.slice(4)) && /[A-Z]/.test(value.slice(4)));
};

/** Finds a key that starts at `at`, the start of a run of token characters, and answers its end, or `at` without one. */
export const findKey = (text: string, at: number, sink: Sink): number => {
  if (text.startsWith('eyJ', at)) {
    jwt.lastIndex = at;
    if (jwt.test(text)) {
      const end = text[jwt.lastIndex - 1] === '.' ? jwt.lastIndex - 1 : jwt.lastIndex;
      sink('JWT', at, end, SCORE.shape);
      return end;
    }
  }
  form.lastIndex = at;
  if (!form.test(text)) return at;
  const end = form.lastIndex;
  if (!looksRandom(text.slice(at, end))) return at;
  sink('KEY', at, end, SCORE.shape);
  return end;
};
