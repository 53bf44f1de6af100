import { embed } from '../../../infra/local/stand-ins/offline-model/embedding.ts';
import { cosine } from '../../../shared/gateway/answers/similar/cosine.ts';
import { particularsOf } from '../../../shared/gateway/answers/similar/particulars.ts';

/** The size of the vectors of most models of today. */
const DIMENSIONS = 1_536;

/** How near the vectors of the offline model are: it counts words, and knows no meaning. */
export const nearness = (one: string, other: string): number =>
  cosine([...embed(one, DIMENSIONS)], [...embed(other, DIMENSIONS)]);

/** Whether two requests are compared at all: whatever their vectors say, no others can be taken for each other. */
export const areComparable = (one: string, other: string): boolean => {
  const [its, others] = [particularsOf(one), particularsOf(other)];
  return its !== undefined && JSON.stringify(its) === JSON.stringify(others);
};
