/** What a schema found wrong; `errors`: in each of the shapes that a value may have. */
export type Fault = { path: readonly PropertyKey[]; errors?: readonly (readonly Fault[])[] };

/** How far into a value a fault lies, through all the shapes it may have: the first fault of a shape tells how well it fits. */
export const depthOf = ({ path, errors = [] }: Fault): number =>
  path.length + Math.max(0, ...errors.flatMap((shape) => shape.slice(0, 1).map(depthOf)));
