import { spawnSync } from 'node:child_process';

/** Why this machine cannot put up the wall `process`; `undefined`: it can. */
export const noBubblewrap: string | undefined = (() => {
  const words = ['--unshare-all', '--ro-bind', '/', '/', '--', '/bin/true'];
  const { error, status, stderr } = spawnSync('bwrap', words, { encoding: 'utf8', timeout: 10_000 });
  if (error) return 'bubblewrap is not installed';
  return status === 0 ? undefined : `bubblewrap does not work here: ${stderr.trim()}`;
})();

/** Said aloud: whoever reads "passed" below must know what was not tried. */
if (noBubblewrap) process.stderr.write(`The wall "process" is not tested: ${noBubblewrap}.\n`);
