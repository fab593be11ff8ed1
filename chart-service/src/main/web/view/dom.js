// The few things done to the document all over the page. Text from data is only ever text.

export const byId = (id) => document.getElementById(id);

/** Writes only what changed, so that screen readers and the browser rest. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

export function setShown(element, shown) {
  element.hidden = !shown;
}

/**
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string)} children
 */
export function create(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

/** Calls `render` once after any number of changes, before the browser paints. */
export function scheduler(render) {
  let planned = false;
  return () => {
    if (!planned) {
      planned = true;
      queueMicrotask(() => {
        planned = false;
        render();
      });
    }
  };
}
