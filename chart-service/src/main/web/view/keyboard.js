// The keyboard: one key for everything that is done often. Single keys can be switched off (WCAG 2.1.4).
import { byId } from './dom.js';
import { remember } from './preferences.js';

/** @param {Record<string, (event: KeyboardEvent) => void>} actions by key; `Shift+` stands before those with it */
export function startKeys(actions) {
  const single = byId('single-keys');
  single.checked = !document.cookie.includes('keys=off');
  single.addEventListener('change', () => remember('keys', single.checked ? 'on' : 'off'));
  document.addEventListener('keydown', (event) => {
    const action = actions[event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key];
    const meant = event.key === 'Escape' || single.checked;
    if (action && meant && !isElsewhere(event)) {
      action(event);
      event.preventDefault();
    }
  });
}

function isElsewhere(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
    || document.querySelector('dialog[open]') !== null
    || event.target.closest('input, select, textarea, .sheet-menu, .scrolls') !== null;
}
