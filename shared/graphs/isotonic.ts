/** Positions `wanted`, how much each matters, and the distance `apart[i]` that `i` must keep from `i - 1`. */
type Nearest = (wanted: Float64Array, weights: Float64Array, apart: Float64Array, found: Float64Array) => void;

/**
 * Finds the positions nearest to those wanted (least squares, weighted) that keep their order and their distances, one
 * for each element of `apart`. Pooling adjacent violators does it in one pass (Ayer et al., 1955). `most` positions at once; the
 * working memory is allocated once, since a large picture calls this thousands of times.
 */
export const nearestApart = (most: number): Nearest => {
  const offset = new Float64Array(most);
  const mean = new Float64Array(most);
  const weight = new Float64Array(most);
  const size = new Int32Array(most);
  return (wanted, weights, apart, found) => {
    let pools = 0;
    for (let at = 0; at < apart.length; at++) {
      offset[at] = at === 0 ? 0 : offset[at - 1]! + apart[at]!;
      mean[pools] = wanted[at]! - offset[at]!;
      weight[pools] = weights[at]!;
      size[pools++] = 1;
      while (pools > 1 && mean[pools - 2]! > mean[pools - 1]!) {
        const [upper, lower] = [pools - 2, pools - 1];
        const both = weight[upper]! + weight[lower]!;
        mean[upper] = (mean[upper]! * weight[upper]! + mean[lower]! * weight[lower]!) / both;
        weight[upper] = both;
        size[upper]! += size[lower]!;
        pools--;
      }
    }
    for (let pool = 0, at = 0; pool < pools; pool++) {
      for (let left = size[pool]!; left > 0; left--, at++) found[at] = mean[pool]! + offset[at]!;
    }
  };
};
