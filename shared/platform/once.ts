/** Makes a thing at first use and keeps it: one SDK client a container, and none for a path that never needs it. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
