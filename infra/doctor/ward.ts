import type { Patient } from '../../shared/doctor/index.ts';

/** A system whose users are examined. The clients of `shared/platform` lead to its table. */
export type Ward = Pick<Patient, 'asOf' | 'pause'> & { name: string; close: () => Promise<void> };
