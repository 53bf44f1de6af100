export { cyclesOf, type Edges } from './cycles.ts';
export { type Layout, layOut, type Measures, type Point, type Tree } from './layout.ts';
export { type Critical, criticalOf, knownLinksOf, type Link, linkKey, linksOf, type NamedTask } from './links.ts';
