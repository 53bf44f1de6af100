export type Part = { name: string; label: string; href: string };

/** The pages that a screen is made of, each at an address of its own. */
export const Parts = ({ label, parts, current }: { label: string; parts: readonly Part[]; current: string }) => (
  <nav class="tabs" aria-label={label}>
    {parts.map(({ name, label: text, href }) => (
      <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>
        {text}
      </a>
    ))}
  </nav>
);
