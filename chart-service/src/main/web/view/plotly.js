// Loads plotly when the page stands, and dresses figures in the page's colours. Figures as they come stay untouched.
import { plotlyTime } from '../model/times.js';

let loading;

/** Without a pointer that hovers, plotly's buttons are always there. */
const ROOM_FOR_BUTTONS = 34;
const ROOM_FOR_NAME = 24;

/**
 * Plotly styles some parts of a drawing by their style attribute, which the Content-Security-Policy refuses even where it is
 * empty. The same style given to the element's own object is allowed: scripts are trusted, markup is not.
 */
function styleByObject() {
  SVGElement.prototype.setAttribute = function setAttribute(name, value) {
    if (name === 'style') {
      this.style.cssText = value;
    } else {
      Element.prototype.setAttribute.call(this, name, value);
    }
  };
}

/** @returns {Promise<any>} Plotly */
export function loadPlotly() {
  loading ??= new Promise((resolve, reject) => {
    styleByObject();
    const script = document.createElement('script');
    script.src = document.body.dataset.plotly;
    script.onload = () => {
      const { lang } = document.documentElement;
      // Plotly's own English holds what is missing in every other language.
      if (lang !== 'en') {
        globalThis.Plotly.register(localeOf(lang));
      }
      resolve(globalThis.Plotly);
    };
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error('plotly'));
    };
    document.head.append(script);
  });
  return loading;
}

/** The names of days and months in the page's language and the order that it has them in, for plotly's axes of times. */
export function localeOf(name) {
  const names = (count, format, date) => Array.from({ length: count }, (_, index) =>
    new Intl.DateTimeFormat(name, { ...format, timeZone: 'UTC' }).format(date(index)));
  const months = (month) => names(12, { month }, (index) => Date.UTC(2023, index, 1));
  // The first of January 2023 was a Sunday.
  const days = (weekday) => names(7, { weekday }, (index) => Date.UTC(2023, 0, 1 + index));
  const format = { months: months('long'), shortMonths: months('short'), days: days('long'), shortDays: days('short') };
  const year = { year: 'numeric' };
  const day = { month: 'short', day: 'numeric' };
  const orders = { year, month: { ...year, month: 'short' }, dayMonth: day, dayMonthYear: { ...year, ...day } };
  const written = Object.entries(orders).map(([key, parts]) => [key, orderOf(name, parts)]);
  return { moduleType: 'locale', name, dictionary: {}, format: { ...format, ...Object.fromEntries(written) } };
}

/** As a pattern of d3's: `%Y年%-m月` for a year and a month in Chinese. */
function orderOf(name, parts) {
  const place = ({ type, value }) =>
    ({ year: '%Y', month: /\d/.test(value) ? '%-m' : '%b', day: '%-d' })[type] ?? value;
  return new Intl.DateTimeFormat(name, { ...parts, timeZone: 'UTC' }).formatToParts(0).map(place).join('');
}

/** A finger that drags over a figure scrolls the page; what else it is to do is chosen by a button. */
const touched = globalThis.matchMedia?.('(pointer: coarse)').matches;

export const CONFIG = {
  responsive: false,
  locale: globalThis.document?.documentElement.lang,
  displaylogo: false,
  doubleClick: false,
  showTips: false,
  // Nothing leaves this origin, not by a slip of the mouse either.
  showSendToCloud: false,
  plotlyServerURL: '',
  modeBarButtonsToRemove: ['toImage', 'autoScale2d', 'resetScale2d', ...(touched ? ['select2d', 'lasso2d'] : [])],
};

/**
 * Plotly's template in the colours of the page's present theme.
 * @param {(name: string) => string} color the value of a colour of the style sheet
 * @param {string} family
 */
export function templateOf(color, family) {
  // The margins make room for labels; that none reaches past the edge, plotly finds out by measuring each anew.
  const labels = { ticklabeloverflow: 'allow' };
  const axis = {
    gridcolor: color('--grid'),
    zerolinecolor: color('--zero'),
    linecolor: color('--line'),
    tickcolor: color('--line'),
    tickfont: { color: color('--quiet') },
    title: { font: { color: color('--quiet'), size: 12 } },
    automargin: true,
    ...labels,
  };
  const scale = ['--scale-0', '--scale-1', '--scale-2', '--scale-3', '--scale-4'].map((name, index) => [index / 4, color(name)]);
  const binned = { colorscale: scale, autocolorscale: false, colorbar: { thickness: 10, outlinewidth: 0, len: 1, ypad: 0, ...labels } };
  return {
    data: {
      histogram2d: [binned],
      heatmap: [binned],
      histogram2dcontour: [{ ...binned, line: { width: 0.5 } }],
      contour: [{ ...binned, line: { width: 0.5 } }],
    },
    layout: {
      paper_bgcolor: color('--surface'),
      plot_bgcolor: color('--surface'),
      font: { color: color('--ink'), family, size: 12 },
      colorway: [color('--accent')],
      colorscale: { sequential: scale },
      hoverlabel: { font: { family } },
      modebar: { bgcolor: 'transparent', color: color('--quiet'), activecolor: color('--accent') },
      xaxis: axis,
      yaxis: axis,
      dragmode: touched ? false : 'zoom',
      hovermode: 'closest',
    },
  };
}

const templates = new Map();

/** The template in the colours of a theme on screen; a colour by name is only known by painting with it, which takes its time. */
export function presentTemplate(theme) {
  if (!templates.has(theme)) {
    templates.set(theme, paintedTemplate());
  }
  // Plotly writes into the template that it is given.
  return structuredClone(templates.get(theme));
}

function paintedTemplate() {
  const probe = document.body.appendChild(document.createElement('i'));
  const style = getComputedStyle(probe);
  const color = (name) => {
    probe.style.color = `var(${name})`;
    return style.color;
  };
  const template = templateOf(color, style.fontFamily);
  probe.remove();
  return template;
}

/**
 * A figure ready to be drawn on the page.
 * @param {{data: any[], layout: any}} figure
 * @param {{template: any, revision: string, range?: import('../model/address.js').Region, titles: {x?: string, y?: string},
 *   named: boolean}} how `named`: the name of the category stands above it
 */
export function dress(figure, { template, revision, range, titles, named }) {
  const layout = { ...figure.layout, template, autosize: true, uirevision: revision };
  layout.xaxis = axisOf(figure.layout.xaxis, titles.x, range && [range.x0, range.x1]);
  layout.yaxis = axisOf(figure.layout.yaxis, titles.y, range && [range.y0, range.y1]);
  layout.margin = { ...layout.margin, t: Math.max(layout.margin.t, touched ? ROOM_FOR_BUTTONS : 0, named ? ROOM_FOR_NAME : 0) };
  // Plotly writes what it worked out into the traces that it is given.
  return { data: figure.data.map((trace) => ({ ...trace })), layout };
}

/**
 * Where nothing else is said, values are numbers; plotly would look through them. The range is the page's own to keep; left to
 * plotly's memory, it could not be put back.
 */
function axisOf(own, title, range) {
  const axis = { type: 'linear', ...own, uirevision: false, title: { text: plain(title ?? ''), standoff: 6 } };
  const edges = range && isOfTimes(own) ? range.map(plotlyTime) : range;
  return edges ? { ...axis, range: edges, autorange: false } : { ...axis, autorange: true };
}

function isOfTimes(axis) {
  return axis?.type === 'date';
}

/** A trace with the times in it as plotly takes them. */
export function withTimes(trace, { xaxis, yaxis }) {
  const times = ['x', 'y'].filter((name) => isOfTimes(name === 'x' ? xaxis : yaxis));
  const written = (value) => (typeof value === 'number' ? plotlyTime(value) : value);
  const changed = times.flatMap((name) => [name, `${name}0`]).filter((name) => trace[name] !== undefined);
  const change = (value) => (typeof value === 'object' ? Array.from(value, written) : written(value));
  return { ...trace, ...Object.fromEntries(changed.map((name) => [name, change(trace[name])])) };
}

/** Plotly reads labels as a kind of HTML: what stands in a configuration is to be read as it stands there. */
export function plain(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** @returns {import('../model/address.js').Region} what a drawn figure shows now */
export function rangeOf(plot) {
  const { xaxis, yaxis } = plot._fullLayout;
  const [[x0, x1], [y0, y1]] = [xaxis, yaxis].map((axis) => axis.range.map((edge) => axis.r2l(edge)));
  const [x, y] = [isOfTimes(xaxis), isOfTimes(yaxis)];
  return { x0, x1, y0, y1, ...(x || y ? { times: { x, y } } : {}) };
}
