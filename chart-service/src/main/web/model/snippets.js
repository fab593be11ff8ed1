// Lines to paste elsewhere, and names of files. Whatever a category is called, they do nothing else than they say.
import { writeAddress } from './address.js';

/**
 * @typedef {{dataset: string, category: string, x?: string, y?: string}} What
 * @param {string} origin
 * @param {What} what
 */
export function curlLine(origin, what) {
  return `curl --compressed -H 'Prefer: wait=30' '${origin}/api/figures${writeAddress(what)}'`;
}

/**
 * @param {string} origin
 * @param {What} what
 * @param {string} kind
 */
export function pythonLine(origin, what, kind) {
  const url = `${origin}/api/figures/${kind}${writeAddress(what)}`;
  return `import urllib.request, plotly.io; plotly.io.from_json(urllib.request.urlopen("${url}").read().decode()).show()`;
}

/**
 * @param {{servers: string, topic: string}} kafka
 * @param {What} what
 */
export function kcatLine({ servers, topic }, what) {
  return `printf '%s' ${quoted(asciiJson(what))} | kcat -P -b ${shell(servers)} -t ${shell(topic)}`;
}

/** JSON in which nothing is left that a shell, a terminal or a web page could take for its own. */
function asciiJson({ dataset, category, x, y }) {
  return JSON.stringify({ dataset, category, x, y }).replace(
    /['<>&\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function shell(text) {
  return /^[\w.,:/+-]+$/.test(text) ? text : quoted(text);
}

function quoted(text) {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

/**
 * @param {(string | undefined)[]} parts
 * @param {string} extension
 */
export function fileName(parts, extension) {
  const name = parts
    .filter((part) => part !== undefined)
    .join('-')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\\/:*?"<>|%~.]+/g, '_');
  return `${name.slice(0, 120)}.${extension}`;
}
