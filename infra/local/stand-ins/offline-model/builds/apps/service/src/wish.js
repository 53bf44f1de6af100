/** What was wished for, in the person's own words. */
export const wish = '{{wish}}';
