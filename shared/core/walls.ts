/** The walls that a command can run behind, each between it and everything that is not its files. */
export const walls = ['light', 'process', 'machine'] as const;
export type WallName = (typeof walls)[number];
