/** Gives a form's members as the platform has them. */
const PLATFORM: ProxyHandler<Node> = {
  get(form, name) {
    const kind: object = Object.getPrototypeOf(form);
    const value: unknown = Reflect.get(name in kind ? kind : form, name, form);
    return typeof value === 'function' ? value.bind(form) : value;
  },
};

/**
 * A node to be asked about itself. A form's fields stand in place of its members, by their names (`<input name="parentNode">`): not here.
 * For questions alone: what is compared, or handed to the platform, is the node.
 */
export function plain<N extends Node>(node: N): N {
  const { nodeName }: { nodeName: unknown } = node;
  const isForm = typeof nodeName !== 'string' || /^form$/i.test(nodeName);
  return isForm ? (new Proxy<Node>(node, PLATFORM) as N) : node;
}

/** The name of an element's tag, in capitals. */
export const nameOf = (element: Element) => plain(element).tagName.toUpperCase();
/** An attribute of an element; empty where it has none. */
export const attributeOf = (element: Element, name: string) => plain(element).getAttribute(name) ?? '';
/** Class and id of an element. */
export const namesOf = (element: Element) => `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;
