/**
 * A CloudFormation resource whose intrinsics are all resolved. `physicalIdOf` and `attributeOf` in `identity.ts`
 * give what `Ref` and `Fn::GetAtt` of it resolve to elsewhere.
 */
export type Resource = {
  logicalId: string;
  stack: string;
  type: string;
  properties: Record<string, unknown>;
};
