// Buttons that open a small sheet of further buttons.

export function startMenus() {
  for (const menu of document.querySelectorAll('.menu')) {
    const button = menu.querySelector('[aria-expanded]');
    const sheet = menu.querySelector('.sheet-menu');
    button.addEventListener('click', () => toggle(button, sheet, sheet.hidden));
    sheet.addEventListener('click', () => {
      toggle(button, sheet, false);
      button.focus();
    });
    menu.addEventListener('focusout', (event) => {
      if (!menu.contains(event.relatedTarget)) {
        toggle(button, sheet, false);
      }
    });
    menu.addEventListener('keydown', (event) => key(event, button, sheet));
  }
}

function toggle(button, sheet, open) {
  sheet.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
}

function key(event, button, sheet) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape' && !sheet.hidden) {
    toggle(button, sheet, false);
    button.focus();
    event.stopPropagation();
  } else if (step) {
    toggle(button, sheet, true);
    const items = [...sheet.children].filter((item) => !item.hidden);
    const next = items.indexOf(/** @type {any} */ (document.activeElement)) + step;
    items[(next + items.length) % items.length].focus();
    event.preventDefault();
  }
}
