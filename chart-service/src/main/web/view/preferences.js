// Language and theme, kept in cookies so that the shell comes right at once.
import { byId } from './dom.js';

const YEAR = 365 * 24 * 3600;

/** @param {() => void} shaded called when the colours changed */
export function startPreferences(shaded) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const shade = () => {
    const { theme } = root.dataset;
    root.dataset.shade = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    shaded();
  };
  const theme = byId('theme');
  theme.value = root.dataset.theme;
  theme.addEventListener('change', () => {
    remember('theme', theme.value);
    root.dataset.theme = theme.value;
    shade();
  });
  system.addEventListener('change', shade);
  shade();

  const language = byId('language');
  language.value = root.lang;
  language.addEventListener('change', () => {
    remember('language', language.value);
    location.reload();
  });
}

export function remember(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; SameSite=Lax`;
}

export function remembers(name) {
  return document.cookie.split('; ').some((cookie) => cookie.startsWith(`${name}=`));
}
