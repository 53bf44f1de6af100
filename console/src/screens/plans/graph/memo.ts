import { Component, type VNode } from 'preact';

const isSame = (one: object, other: object): boolean => {
  const [before, after] = [Object.entries(one), new Map(Object.entries(other))];
  return before.length === after.size && before.every(([name, value]) => Object.is(after.get(name), value));
};

/** A component that is drawn again only when one of its properties is another. */
export const memo = <P extends object>(draw: (props: P) => VNode) =>
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !isSame(this.props, next);
    }
    override render(): VNode {
      return draw(this.props);
    }
  };
