// Where the page comes together: what happens changes the visit, and the visit is rendered.
import { badgeOf } from './model/badge.js';
import { Visit } from './model/visit.js';
import * as api from './net/api.js';
import { SignalStream } from './net/signal-stream.js';
import { Actions } from './view/actions.js';
import { say } from './view/announcer.js';
import { renderDataNotes } from './view/data-notes.js';
import { byId, scheduler, setShown, setText } from './view/dom.js';
import { Explorer } from './view/explorer.js';
import { Exports } from './view/exports.js';
import { Figures } from './view/figures.js';
import { startMenus } from './view/menus.js';
import { noticesOf, noticesOfMisfits, noticesOfPage, noticesOfRegion, renderNotices } from './view/notices.js';
import { Pickers } from './view/pickers.js';
import { loadPlotly } from './view/plotly.js';
import { remember, remembers, startPreferences } from './view/preferences.js';
import { renderProgress } from './view/progress.js';
import { renderBadge, renderStatus } from './view/status.js';
import { sentence, word } from './view/words.js';

const LOST_IS_SAID_AFTER = 1000;
const LATE_HEARTBEAT = 5000;
const LATE_POLL = 1000;
const SOON = 150;
let broken;
let soon;
const render = scheduler(renderPage);
const listener = { changed: render, happened, heard: (signal) => actions.recomputing?.hear(signal) };
const streamTo = (hearer) => new SignalStream(hearer, 2 * Number(document.body.dataset.heartbeat) + LATE_HEARTBEAT);
const addressBar = {
  search: () => location.search,
  change: (search, how) => history[`${how}State`](null, '', location.pathname + search),
};
const visit = new Visit(api, streamTo, addressBar, listener, Number(document.body.dataset.poll) + LATE_POLL);
const actions = new Actions(visit, api);
const figures = new Figures({
  zoomed: (region) => explorer.zoom(region),
  unzoomed: () => explorer.zoom(undefined),
  shown: () => visit.fetchNeighbours(),
  broken: (reason) => {
    if (reason !== broken) {
      broken = reason;
      render();
    }
  },
});
const explorer = new Explorer(visit, figures);
const exports = new Exports(visit, figures);
const pickers = new Pickers(visit.catalogue, {
  dataset: (name) => visit.chooseDataset(name),
  category: (name) => visit.chooseCategory(name),
  axes: (axes) => visit.chooseAxes(axes),
  other: (other) => visit.go({ other: other === visit.address.category ? undefined : other }),
});

byId('previous').addEventListener('click', () => visit.step(-1));
byId('next').addEventListener('click', () => visit.step(1));
byId('end-comparison').addEventListener('click', () => visit.go({ other: undefined }));
byId('zoom-reset').addEventListener('click', () => explorer.zoom(undefined));
byId('live').addEventListener('click', toggleLive);
byId('help-button').addEventListener('click', help);
for (const card of document.querySelectorAll('.card')) {
  const { kind } = card.dataset;
  card.querySelector('[data-does=fill]').addEventListener('click', () => explorer.fill(kind));
  card.querySelector('[data-does=table]').addEventListener('click', () => explorer.table(kind));
}
startMenus();
explorer.startKeys({ r: () => actions.refresh(), l: toggleLive, '?': help });
setShown(byId('welcome'), !remembers('visited'));
byId('understood').addEventListener('click', () => {
  remember('visited', 'yes');
  setShown(byId('welcome'), false);
});
startPreferences(render);
addEventListener('popstate', () => visit.revisit());
addEventListener('offline', () => visit.stream.retry());
addEventListener('online', () => visit.stream.open());
document.addEventListener('visibilitychange', () => visit.seen(document.hidden));
visit.start();
visit.seen(document.hidden);
loadPlotly().catch(() => {});
setInterval(() => {
  visit.renew(Date.now());
  render();
}, 1000);

function toggleLive() {
  visit.live.toggle();
  render();
}

function help() {
  byId('help').showModal();
}

function happened(event, view, before) {
  actions.happened(event, view, before);
  if (event === 'lost') {
    say(word('saysOffline'));
  } else if (event === 'connected') {
    say(word('saysOnline'));
  } else if (event === 'answer') {
    const { rows } = view.answer;
    say(word(before ? 'saysChanged' : 'saysReady', { category: view.category, rows }));
  } else if (event === 'computing') {
    const still = view.carried ? ownerOf(view) : undefined;
    say(word(still === undefined ? 'saysComputing' : 'saysComputingStill', { category: view.category, still }));
  } else if (event === 'failed') {
    say(word('saysFailed', { category: view.category, message: view.error.message ?? '' }));
  } else if (event === 'forgotten') {
    say(word('saysForgotten', { category: view.category }));
  }
}

function renderPage() {
  const now = Date.now();
  const lost = visit.lost && now - visit.lost.since > LOST_IS_SAID_AFTER ? visit.lost : undefined;
  const focused = document.activeElement;
  pickers.render(visit.address);
  renderSummary(lost, now);
  followFocus(focused);
  renderDataNotes(visit.catalogue.dataset(visit.address.dataset), visit.address);
  renderNotices(notices(lost, now));
  renderLive();
  actions.render(now);
  exports.render();
  renderFigures();
  if (renderProgress(visit.views(), regionSince(), now) && !soon) {
    soon = setTimeout(() => {
      soon = undefined;
      render();
    }, SOON);
  }
}

/** The field to compare in and the button that ends it make way for each other, and the focus goes along. */
function followFocus(focused) {
  const [field, button] = [byId('compare'), byId('end-comparison')];
  if (focused === field && visit.address.other) {
    button.focus();
  } else if (focused === button && !visit.address.other) {
    field.focus();
  }
}

function regionSince() {
  return visit.regions.main.since ?? visit.regions.other.since;
}

function renderSummary(lost, now) {
  const { main, other } = visit.trackers;
  const { category, dataset } = visit.address;
  const title = visit.catalogue.dataset(dataset)?.title ?? dataset;
  setText(byId('shown-name'), category ?? word('figuresHeading'));
  document.title = category === undefined ? 'Figcast' : `${category} · ${title} · Figcast`;
  renderBadge(byId('badge'), main && badgeOf(main.view, lost, now));
  setShown(byId('versus'), other !== undefined);
  setShown(byId('versus-status'), other !== undefined);
  if (main) {
    renderStatus(byId('status'), main.view, now);
  }
  if (other) {
    setText(byId('versus-name'), other.view.category);
    renderBadge(byId('versus-badge'), badgeOf(other.view, lost, now));
    renderStatus(byId('versus-status'), other.view, now);
  }
  setShown(byId('zoom-reset'), visit.address.region !== undefined);
}

function notices(lost, now) {
  const { catalogue, listing, address } = visit;
  const all = noticesOfPage({ lost, catalogue, datasetsProblem: listing.problem, address, reconnect: () => visit.stream.open() }, now);
  for (const [side, one] of Object.entries(visit.trackers)) {
    if (one) {
      const how = { retry: () => one.ask(), actAgain: () => actions.again(one), lost: lost !== undefined };
      all.push(...noticesOf(one.view, side, how, now), ...noticesOfRegion(visit.regions[side].problem, side));
    }
  }
  if (!visit.trackers.main?.view.carried) {
    all.push(...noticesOfMisfits(visit.misfits(), () => explorer.zoom(undefined)));
  }
  if (broken) {
    all.push({
      id: 'broken',
      tone: 'bad',
      title: word('drawingFailedTitle'),
      body: `${sentence(broken.message)} ${word('drawingAgain')}`,
      action: { label: word('retry'), does: () => figures.again() },
    });
  }
  // Of a dataset that is being read both the list and an answer may tell.
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

function renderLive() {
  const { on, held } = visit.live;
  byId('live').setAttribute('aria-checked', String(on));
  setText(byId('live-words'), on ? word('live') : held.size ? word('pausedWaiting', { count: held.size }) : word('paused'));
}

function renderFigures() {
  const { figure } = visit.address;
  const region = visit.misfits().length ? undefined : visit.address.region;
  const sheets = {};
  for (const [side, one] of Object.entries(visit.trackers)) {
    if (one?.view.answer) {
      sheets[side] = sheetOf(one.view, visit.regions[side], region);
    }
  }
  const host = byId('figures');
  host.classList.toggle('old', visit.views().some(({ carried, phase }) => carried || phase === 'forgotten'));
  host.classList.toggle('compared', sheets.other !== undefined);
  host.classList.toggle('empty', sheets.main === undefined);
  figures.fill(figure);
  figures.sayOwner(owner(Date.now()));
  const { answer } = sheets.main ?? {};
  // Of figures that are still there from other axes the region is none.
  figures.draw(sheets, answer?.x === visit.address.x && answer?.y === visit.address.y ? region : undefined);
}

/** Whose figures stand there while those of the category chosen are awaited; what comes at once needs no such words. */
function owner(now) {
  const view = visit.trackers.main?.view;
  return view?.carried && now - view.since >= SOON ? ownerOf(view) : undefined;
}

/** What tells the figures that are still there from those awaited: their category or, where that is the same, their axes. */
function ownerOf({ answer, category }) {
  const { x, y } = explorer.titlesOf(answer);
  return answer.category === category ? `${x} × ${y}` : answer.category;
}

function sheetOf(view, regions, zoom) {
  const { answer } = view;
  answer.stamp ??= `${answer.version}/${Math.random()}`;
  const region = regions.of(view, zoom);
  if (region) {
    region.stamp ??= `${region.version}/${Math.random()}`;
  }
  return { answer, region, name: answer.category, dataset: answer.dataset, titles: explorer.titlesOf(answer) };
}
