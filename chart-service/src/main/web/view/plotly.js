// Loads plotly when the page stands, and dresses figures in the page's colours. Figures as they come stay untouched.

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
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error('plotly'));
    };
    document.head.append(script);
  });
  return loading;
}

/** A finger that drags over a figure scrolls the page; what else it is to do is chosen by a button. */
const touched = globalThis.matchMedia?.('(pointer: coarse)').matches;

export const CONFIG = {
  responsive: false,
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
  const axis = {
    gridcolor: color('--grid'),
    zerolinecolor: color('--zero'),
    linecolor: color('--line'),
    tickcolor: color('--line'),
    tickfont: { color: color('--quiet') },
    title: { font: { color: color('--quiet'), size: 12 } },
    automargin: true,
  };
  const scale = ['--scale-0', '--scale-1', '--scale-2', '--scale-3', '--scale-4'].map((name, index) => [index / 4, color(name)]);
  const binned = { colorscale: scale, autocolorscale: false, colorbar: { thickness: 10, outlinewidth: 0, len: 1, ypad: 0 } };
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

/** The template in the colours on screen now; a colour by name is only known by painting with it. */
export function presentTemplate() {
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
  layout.xaxis = axisOf(titles.x, range && [range.x0, range.x1]);
  layout.yaxis = axisOf(titles.y, range && [range.y0, range.y1]);
  layout.margin = { ...layout.margin, t: Math.max(layout.margin.t, touched ? ROOM_FOR_BUTTONS : 0, named ? ROOM_FOR_NAME : 0) };
  // Plotly writes what it worked out into the traces that it is given.
  return { data: figure.data.map((trace) => ({ ...trace })), layout };
}

/** The range is the page's own to keep; left to plotly's memory, it could not be put back. */
function axisOf(title, range) {
  const axis = { uirevision: false, title: { text: plain(title ?? ''), standoff: 6 } };
  return range ? { ...axis, range, autorange: false } : { ...axis, autorange: true };
}

/** Plotly reads labels as a kind of HTML: what stands in a configuration is to be read as it stands there. */
export function plain(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** @returns {import('../model/address.js').Region} what a drawn figure shows now */
export function rangeOf(plot) {
  const { xaxis, yaxis } = plot._fullLayout;
  return { x0: xaxis.range[0], x1: xaxis.range[1], y0: yaxis.range[0], y1: yaxis.range[1] };
}
