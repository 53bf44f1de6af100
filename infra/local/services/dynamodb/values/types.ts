/** A value as it travels: one member, numbers as text, binary as base64. */
export type AttributeValue = {
  S?: string;
  N?: string;
  B?: string;
  BOOL?: boolean;
  NULL?: boolean;
  SS?: string[];
  NS?: string[];
  BS?: string[];
  L?: AttributeValue[];
  M?: Item;
};

export type Item = Record<string, AttributeValue>;

export type ValueType = keyof AttributeValue;
