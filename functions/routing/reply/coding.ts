/** Content codings in which a text lies there, the smallest first. */
const CODINGS = ['br', 'gzip'] as const;
type Coding = (typeof CODINGS)[number];
export type Coded = Partial<Record<Coding, Buffer>>;

/**
 * The smallest form that a client takes, by its `Accept-Encoding`; nothing where it takes none, or says nothing. Its quality
 * values only say what is refused. Source: RFC 9110, 12.5.3.
 */
export const codingFor = (accepted: string | undefined, prepared: Coded): Coding | undefined => {
  const listed = new Map(
    (accepted ?? '').split(',').map((entry) => {
      const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))] as const;
    }),
  );
  const takes = (coding: Coding): boolean => listed.get(coding) ?? listed.get('*') ?? false;
  return CODINGS.find((coding) => prepared[coding] && takes(coding));
};
