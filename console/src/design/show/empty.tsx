import type { ComponentChildren } from 'preact';

/** In place of an empty list: what would be here, and what to do for it. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
);
