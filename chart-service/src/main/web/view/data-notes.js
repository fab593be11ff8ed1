// What a dataset says of itself: what was chosen of its data, what else there is, and how to choose otherwise.
import { byId, create, setShown } from './dom.js';
import { sentence } from './notices.js';

/** @param {import('../model/catalogue.js').Dataset | undefined} dataset the one on screen */
export function renderDataNotes(dataset) {
  const sentences = (dataset?.notes ?? []).map(sentence);
  const list = byId('data-notes-list');
  setShown(byId('data-notes'), sentences.length > 0);
  if (sentences.join('\n') !== [...list.children].map(({ textContent }) => textContent).join('\n')) {
    list.replaceChildren(...sentences.map((text) => create('li', {}, text)));
  }
}
