/** What a workspace is handed over in. */
export const archiveFormats = ['tar.gz', 'zip', 'bundle'] as const;
export type ArchiveFormat = (typeof archiveFormats)[number];

export const archiveTypes = {
  'tar.gz': 'application/gzip',
  zip: 'application/zip',
  bundle: 'application/x-git-bundle',
} as const satisfies Record<ArchiveFormat, string>;
