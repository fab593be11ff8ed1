// The page's words in the reader's language, as the shell brought them.
import { Formats, fill } from '../model/formats.js';

const texts = new Map();
const template = /** @type {HTMLTemplateElement} */ (document.getElementById('words'));
for (const data of template.content.querySelectorAll('data')) {
  texts.set(data.value, data.textContent);
}

export const formats = new Formats(document.documentElement.lang);

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function word(key, values = {}) {
  const text = texts.get(key);
  if (text === undefined) {
    throw new Error(`No word for ${key}`);
  }
  return fill(text, values, formats);
}

/** Messages of databases end as they like. */
export function sentence(text) {
  return /[.!?。]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
