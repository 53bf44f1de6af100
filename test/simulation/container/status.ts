import { ArtelError } from '../../../shared/core/errors.ts';

/** What a client is told: the status of what went well, or of an error that the interface knows. */
export const statusOf = async (work: () => Promise<number>): Promise<{ status: number }> => {
  try {
    return { status: await work() };
  } catch (error) {
    if (error instanceof ArtelError) return { status: error.status };
    throw error;
  }
};
