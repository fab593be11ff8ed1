// What went wrong or needs a decision: what happened, since when, what is shown instead, and the way on.
import { time } from '../model/catalogue.js';
import { keyOf } from '../model/slice-key.js';
import { byId, create, setText } from './dom.js';
import { leftOut } from './data-notes.js';
import { formats, sentence, word } from './words.js';

/**
 * @typedef {{id: string, tone: string, title: string, body?: string, code?: string,
 *   action?: {label: string, does: () => void}}} Notice
 */

/** @param {Notice[]} notices */
export function renderNotices(notices) {
  const host = byId('notices');
  const wanted = new Set(notices.map((notice) => notice.id));
  [...host.children].filter((element) => !wanted.has(element.dataset.id)).forEach((element) => element.remove());
  notices.forEach((notice, index) => {
    const there = [...host.children].find((element) => element.dataset.id === notice.id) ?? build(notice);
    if (host.children[index] !== there) {
      host.insertBefore(there, host.children[index] ?? null);
    }
    setText(there.querySelector('strong'), notice.title);
    setText(there.querySelector('p'), notice.body ?? '');
    setText(there.querySelector('code'), notice.code ?? '');
    there.querySelector('code').hidden = !notice.code;
  });
}

function build({ id, tone, action }) {
  const words = create('div', {}, create('strong'), create('p'), create('code', { hidden: true }));
  const element = create('div', { className: 'notice', role: 'group' }, words);
  element.dataset.id = id;
  element.dataset.tone = tone;
  if (action) {
    element.append(create('button', { type: 'button', textContent: action.label, onclick: action.does }));
  }
  return element;
}

/**
 * @param {import('../model/tracker.js').View} view
 * @param {{retry: () => void, actAgain: () => void, lost: boolean}} how `lost`: a lost connection is told of already
 * @returns {Notice[]}
 */
export function noticesOf(view, id, { retry, actAgain, lost }, now) {
  const own = view.carried ? undefined : view.answer;
  const { category, dataset } = view;
  switch (view.phase) {
    case 'unknown':
      return [unknown(view, id)];
    case 'unavailable':
      if (view.error?.code === 'DATASET_READING') {
        return [reading(dataset)];
      }
      return lost ? [] : [{ id: `${id}-unavailable`, tone: 'warn', title: word('unavailableTitle'), body: word('unavailableBody') }];
    case 'forgotten':
      return [{
        id: `${id}-forgotten`,
        tone: 'info',
        title: word('forgottenTitle', { category, ago: formats.ago(view.since, now) }),
        body: word('forgottenBody'),
        action: { label: word('computeAgain'), does: retry },
      }];
    default:
  }
  if (!view.error?.code || view.phase !== 'settled') {
    return [];
  }
  const { failedAt = now } = view.error;
  const instead = own ? word('failedShown', { ago: formats.ago(time(own.computedAt), now) }) : word('failedNothing');
  return [{
    id: `${id}-failed-${keyOf(view)}`,
    tone: 'bad',
    title: word('failedTitle', { category, ago: formats.ago(failedAt, now) }),
    body: `${sentence(view.error.message ?? view.error.code)} ${instead}`,
    action: { label: word('retry'), does: actAgain },
  }];
}

/**
 * @param {any} problem why the figures of a region are not there
 * @returns {Notice[]}
 */
export function noticesOfRegion(problem, id) {
  if (!problem) {
    return [];
  }
  const body = problem.code === 'REDUCED' ? word('regionReduced') : sentence(problem.message);
  return [{ id: `${id}-region`, tone: 'warn', title: word('zoomFailedTitle'), body }];
}

/**
 * The address names a region by edges that the axes do not have.
 * @param {{axis: string, times: boolean}[]} misfits
 * @returns {Notice[]}
 */
export function noticesOfMisfits(misfits, leave) {
  return misfits.slice(0, 1).map(({ axis, times }) => ({
    id: `misfit-${axis}-${times}`,
    tone: 'warn',
    title: word('misfitTitle'),
    body: word(times ? 'misfitTimes' : 'misfitNumbers', { axis }),
    action: { label: word('misfitLeave'), does: leave },
  }));
}

function unknown({ dataset, category, error }, id) {
  if (error?.code === 'UNKNOWN_COLUMN') {
    return { id: `${id}-unknown-column`, tone: 'warn', title: word('unknownColumnTitle'), body: sentence(error.message) };
  }
  const title = error?.code === 'UNKNOWN_DATASET' ? word('unknownDatasetTitle', { dataset }) : word('unknownTitle', { dataset, category });
  return { id: `${id}-unknown`, tone: 'warn', title, body: word('unknownBody') };
}

/** @returns {Notice[]} */
export function noticesOfPage({ lost, catalogue, datasetsProblem, address, reconnect }, now) {
  if (lost) {
    return [{
      id: 'offline',
      tone: 'warn',
      title: word('offlineTitle', { ago: formats.ago(lost.since, now) }),
      body: word('offlineBody'),
      action: { label: word('tryNow'), does: reconnect },
    }];
  }
  if (catalogue.datasets?.size === 0) {
    const code = './start --file my.csv --category species --x bill_length_mm --y bill_depth_mm';
    return [{ id: 'no-datasets', tone: 'info', title: word('noDatasetsTitle'), body: word('noDatasetsBody'), code }];
  }
  if (datasetsProblem && !catalogue.datasets) {
    return [{ id: 'unavailable', tone: 'warn', title: word('unavailableTitle'), body: word('unavailableBody') }];
  }
  const dataset = catalogue.dataset(address.dataset);
  if (catalogue.datasets && !dataset && address.dataset !== undefined && address.category === undefined) {
    const title = word('unknownDatasetTitle', { dataset: address.dataset });
    return [{ id: 'unknown-dataset', tone: 'warn', title, body: word('unknownBody') }];
  }
  return dataset ? noticesOfDataset(dataset) : [];
}

/** @returns {Notice[]} */
function noticesOfDataset(dataset) {
  const name = dataset.title || dataset.name;
  if (dataset.state === 'reading') {
    return [reading(name, dataset.progress)];
  }
  if (dataset.categories.length === 0) {
    const body = word(dataset.error ? 'noCategoriesFailed' : 'noCategoriesBody');
    return [{ id: 'no-categories', tone: 'info', title: word('noCategoriesTitle', { dataset: name }), body }];
  }
  return leftOut(dataset).map((words, index) => ({ id: `left-out-${index}`, tone: 'info', ...words }));
}

/** @param {number} [progress] from 0 to 1 */
function reading(dataset, progress) {
  const part = progress === undefined || progress === null ? '' : `${word('datasetReadingPart', { part: formats.percent(progress) })} `;
  return { id: 'reading', tone: 'info', title: word('datasetReadingTitle', { dataset }), body: part + word('datasetReadingBody') };
}
