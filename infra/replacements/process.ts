/** Stands in bundles for `node:process`. An `import` of it reads each of its properties, and so opens standard input. */
const { process } = globalThis;

export const { env, versions } = process;
export default process;
