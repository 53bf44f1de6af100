/** Makes one element's children like another's, and keeps those that are the same: the focus, and what is just being pressed. */
export function patch(now, next) {
  const there = [...now.childNodes];
  const wanted = [...next.childNodes];
  for (const [index, node] of wanted.entries()) {
    const old = there[index];
    if (!old) now.append(node);
    else if (old.nodeName !== node.nodeName || old.id !== node.id) old.replaceWith(node);
    else if (old.nodeType === Node.ELEMENT_NODE) patchElement(old, node);
    else if (old.data !== node.data) old.data = node.data;
  }
  for (const old of there.slice(wanted.length)) old.remove();
}

function patchElement(now, next) {
  for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  // What a person typed or ticked is no attribute; a field that has a `value` shows that of the state.
  if ('checked' in now) now.checked = next.hasAttribute('checked');
  if ('value' in now && next.hasAttribute('value')) now.value = next.getAttribute('value');
  patch(now, next);
}
