// Thousands of markers are what takes plotly longest. Until it has the time, they are painted on a canvas above its axes: the
// same discs in the same places, so that nothing moves when plotly's own take over.
import { readTime } from '../model/times.js';

const MANY = 300;
/** A marker is painted at one of so many places between two pixels, each way. */
const PLACES = 8;

/** Whether a trace, as it was dressed, is worth it. */
export function takesLong({ type = 'scatter', mode, x, marker }) {
  return type === 'scatter' && mode === 'markers' && x?.length > MANY && typeof marker?.size === 'number';
}

/** The same trace with its outermost points only, unseen: they alone decide about the axes. */
export function outermost(trace) {
  const points = [...new Set([trace.x, trace.y].flatMap(extremes))];
  const at = (values) => points.map((point) => values[point]);
  return { ...trace, x: at(trace.x), y: at(trace.y), opacity: 0, hoverinfo: 'skip' };
}

/** @param {ArrayLike<number> | string[]} given numbers, or dates as texts */
function extremes(given) {
  const values = typeof given[0] === 'string' ? Array.from(given, readTime) : given;
  let [least, greatest] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    if (values[i] < values[least]) {
      least = i;
    }
    if (values[i] > values[greatest]) {
      greatest = i;
    }
  }
  return [least, greatest];
}

/**
 * Paints the markers of a trace where plotly has drawn the axes for it.
 * @param {any} plot with the outermost points drawn
 * @param {{x: ArrayLike<any>, y: ArrayLike<any>}} trace
 */
export function paint(plot, { x, y }) {
  const scale = devicePixelRatio;
  const canvas = plot.querySelector('canvas.ahead') ?? plot.appendChild(document.createElement('canvas'));
  canvas.className = 'ahead';
  canvas.setAttribute('aria-hidden', 'true');
  canvas.width = Math.round(plot.clientWidth * scale);
  canvas.height = Math.round(plot.clientHeight * scale);
  const { xaxis, yaxis } = plot._fullLayout;
  const { marker } = plot._fullData[0];
  const context = canvas.getContext('2d');
  context.beginPath();
  context.rect(xaxis._offset * scale, yaxis._offset * scale, xaxis._length * scale, yaxis._length * scale);
  context.clip();
  context.globalAlpha = marker.opacity;
  const { discs, middle } = discsOf(marker, scale);
  for (let i = 0; i < x.length; i++) {
    const left = (xaxis._offset + xaxis.d2p(x[i])) * scale;
    const top = (yaxis._offset + yaxis.d2p(y[i])) * scale;
    const [column, row] = [Math.floor(left), Math.floor(top)];
    const place = Math.floor((left - column) * PLACES) + PLACES * Math.floor((top - row) * PLACES);
    context.drawImage(discs[place], column - middle, row - middle);
  }
}

/** One disc for each place between the pixels. */
function discsOf({ size, color, line }, scale) {
  const radius = size / 2;
  const middle = Math.ceil((radius + line.width) * scale) + 1;
  const discs = Array.from({ length: PLACES * PLACES }, (_, place) => {
    const disc = new OffscreenCanvas(2 * middle + 1, 2 * middle + 1);
    const context = disc.getContext('2d');
    context.translate(middle + ((place % PLACES) + 0.5) / PLACES, middle + (Math.floor(place / PLACES) + 0.5) / PLACES);
    context.scale(scale, scale);
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
    if (line.width > 0) {
      context.lineWidth = line.width;
      context.strokeStyle = line.color;
      context.stroke();
    }
    return disc;
  });
  return { discs, middle };
}

/** Plotly's own markers are there. */
export function clear(plot) {
  plot.querySelector('canvas.ahead')?.remove();
}
