import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What is said beside the fields of the form around an element, read anew with each problem: it need not be said again. */
export const useMarked = (problem: object | undefined) => {
  const inForm = useRef<HTMLDivElement>(null);
  const [marked, mark] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    const beside = inForm.current?.closest('form')?.querySelectorAll('.field-error') ?? [];
    mark([...beside].map(({ textContent }) => textContent ?? ''));
  }, [problem]);
  return { inForm, marked };
};
