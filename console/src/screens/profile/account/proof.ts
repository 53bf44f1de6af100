/**
 * How somebody shows that it is they who leave: their password or, for people of another issuer, who have none here, their
 * own id, which the API accepts shortly after they signed in.
 */
export const proofOf = ({ id }: { id: string }, password: string): { password: string } | { confirm: string } =>
  password ? { password } : { confirm: id };
