/** Of an element that scrolls by itself: it has to be reached with the keyboard (WCAG 2.2, 2.1.1). */
export const SCROLLS = { tabIndex: 0 } as const;
