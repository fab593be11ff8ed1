// What is said aside: to screen readers as it happens, and to everyone for a moment after an action.
import { byId, setText } from './dom.js';

const MOMENT = 5000;
let timer;

export function say(text) {
  setText(byId('says'), text);
}

export function toast(text) {
  clearTimeout(timer);
  setText(byId('toast'), text);
  timer = setTimeout(() => setText(byId('toast'), ''), MOMENT);
}

/** @returns {Promise<boolean>} whether the answer was yes */
export function ask({ title, body, yes }) {
  const dialog = byId('question');
  setText(byId('question-title'), title);
  setText(byId('question-body'), body);
  setText(byId('question-yes'), yes);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
