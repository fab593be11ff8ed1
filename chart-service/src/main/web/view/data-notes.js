// What a dataset says of itself: what was chosen of its data, what else there is, and what was left out.
import { byId, create, setShown } from './dom.js';
import { sentence, word } from './words.js';

const FAULTS = { COLUMNS: 'faultColumns', QUOTE: 'faultQuote', LENGTH: 'faultLength', ENCODING: 'faultEncoding' };

/** @typedef {{code: string, message: string, values: Record<string, string>}} Note */

/**
 * @param {import('../model/catalogue.js').Dataset | undefined} dataset the one on screen
 * @param {{x?: string, y?: string}} axes those that the visitor chose, if not the dataset's own
 */
export function renderDataNotes(dataset, axes) {
  const sentences = (dataset?.notes ?? []).filter(({ code }) => code !== 'LINES_LEFT_OUT').map((note) => words(note, axes));
  const list = byId('data-notes-list');
  setShown(byId('data-notes'), sentences.length > 0);
  if (sentences.join('\n') !== [...list.children].map(({ textContent }) => textContent).join('\n')) {
    list.replaceChildren(...sentences.map((text) => create('li', {}, text)));
  }
}

/** @param {Note} note */
function words({ code, message, values }, axes) {
  switch (code) {
    case 'COLUMNS_CHOSEN':
      return columnsChosen(values, axes);
    case 'COLUMNS_UNFIT':
      return word('columnsUnfit', { columns: values.columns });
    default:
      return sentence(message);
  }
}

function columnsChosen({ category = word('chosenAllRows'), x = word('chosenRowNumber'), y, others, more }, axes) {
  const rest = others && word(Number(more) ? 'chosenOthersMore' : 'chosenOthers', { others, more: Number(more) });
  const visitor = axes.x !== undefined && word('visitorChose', { x: axes.x, y: axes.y });
  return [visitor, word('columnsChosen', { category, x, y }), rest, word('chooseOtherwise')].filter(Boolean).join(' ');
}

/**
 * The lines that could not be read, and what is wrong with the first of them.
 * @param {{notes?: Note[]}} dataset
 */
export function leftOut({ notes = [] }) {
  return notes.filter(({ code }) => code === 'LINES_LEFT_OUT').map(({ values }) => {
    const [lines, files, found, columns] = ['lines', 'files', 'found', 'columns'].map((key) => Number(values[key]));
    const fault = word(FAULTS[values.problem] ?? FAULTS.ENCODING, { found, columns });
    const file = files > 1 ? word('severalFiles', { files }) : values.file;
    return {
      title: word('linesLeftOut', { lines, file }),
      body: word(files > 1 ? 'firstLeftOutOf' : 'firstLeftOut', { line: values.line, file: values.file, fault }),
    };
  });
}
