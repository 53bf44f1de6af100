import { type Found, type Invariant, ofProjects } from './invariant.ts';

/** The newest version of a project's files is there, its manifest is the head's, and none is newer. (workspace) */
export const newestVersion: Invariant = {
  name: 'newest version of the files',
  moment: 'always',
  broken: ofProjects(({ heads: [head], fileVersions }) => {
    const found = (version: number, text: string): Found => ({ about: { version: String(version) }, text });
    const newer = fileVersions.filter(({ version }) => version > (head?.version ?? 0));
    if (!head)
      return newer.map(({ version }) => found(version, 'There is a version of files, and nothing leads to it.'));
    const newest = fileVersions.find(({ version }) => version === head.version);
    return [
      ...newer.map(({ version }) => found(version, 'A version of the files is newer than the newest.')),
      ...(newest?.manifest === head.manifest
        ? []
        : [found(head.version, 'The newest version of the files is missing, or has other files.')]),
    ];
  }),
};
