/** Work that is done once for all who ask for it within so many milliseconds, at their end. */
export const gathered = (work: () => void, milliseconds: number): (() => void) => {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => {
      isAsked = false;
      work();
    }, milliseconds);
  };
};
