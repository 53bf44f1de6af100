import { bytesOf } from '../content/read.ts';
import { allFiles, type Listing } from '../tree/listing.ts';
import type { Sides } from './take-back.ts';

/** Both sides as the API has them, each read when it is first needed. `from` 0: there was nothing. */
export const sidesBetween = (from: number, to: number): Sides => {
  let listing: Promise<Listing> | undefined;
  return {
    before: (path) => bytesOf(path, { version: from }),
    after: async (path) =>
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(path, { version: to })),
    wasExecutable: async (path) => {
      listing ??= allFiles(from);
      const { files } = await listing;
      return files.find((file) => file.path === path)?.executable ?? false;
    },
  };
};
