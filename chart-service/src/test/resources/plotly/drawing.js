// What the comparison with plotly asks of the browser: its own bins for rows, and the pixels and complaints of a figure.
window.drawing = (() => {
  const SIZE = { width: 480, height: 400 };

  async function drawn(figure, use) {
    const div = document.createElement('div');
    document.body.append(div);
    try {
      await Plotly.newPlot(div, figure.data, { ...SIZE, ...figure.layout }, { staticPlot: true });
      return await use(div);
    } finally {
      Plotly.purge(div);
      div.remove();
    }
  }

  function doubles(base64) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new Float64Array(bytes.buffer);
  }

  /** The bins that plotly makes of rows: where they lie, and their counts as base64 of int32. Dates come as texts, one a line. */
  function bins({ type, x, y, xdates, ydates }) {
    const layout = { xaxis: xdates ? { type: 'date' } : {}, yaxis: ydates ? { type: 'date' } : {} };
    const figure = { data: [{ type, x: xdates?.split('\n') ?? doubles(x), y: ydates?.split('\n') ?? doubles(y) }], layout };
    return drawn(figure, ({ calcdata, _fullData: [full] }) => {
      const [{ x: xs, y: ys, z }] = calcdata[0];
      const counts = Int32Array.from(z.flat());
      return {
        rows: z.length,
        columns: z.length ? z[0].length : 0,
        xs: [...xs],
        ys: [...ys],
        xbins: { ...full.xbins },
        ybins: { ...full.ybins },
        counts: base64(new Uint8Array(counts.buffer)),
      };
    });
  }

  function base64(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) {
      text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    }
    return btoa(text);
  }

  /** Our own figures come as their JSON, histograms of plotly's with their rows as base64. */
  function figureOf(given) {
    const figure = typeof given === 'string' ? JSON.parse(given) : given;
    const data = figure.data.map((trace) =>
      typeof given === 'string' ? trace
        : { ...trace, x: trace.xdates?.split('\n') ?? doubles(trace.x), y: trace.ydates?.split('\n') ?? doubles(trace.y) });
    return { ...figure, data };
  }

  async function pixelsOf(div) {
    const url = await Plotly.toImage(div, { format: 'png', ...SIZE });
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, SIZE.width, SIZE.height).data;
  }

  /** How many pixels of two figures differ, and how many colours the first one has. */
  async function difference({ one, other }) {
    const first = await drawn(figureOf(one), pixelsOf);
    const second = await drawn(figureOf(other), pixelsOf);
    const colours = new Set();
    let different = 0;
    for (let i = 0; i < first.length; i += 4) {
      colours.add((first[i] << 16) | (first[i + 1] << 8) | first[i + 2]);
      different += [0, 1, 2, 3].some((channel) => first[i + channel] !== second[i + channel]) ? 1 : 0;
    }
    return { different, colours: colours.size };
  }

  /** What plotly's own validation finds wrong with a figure, after drawing it once. */
  function faults(given) {
    const figure = JSON.parse(given);
    const found = Plotly.validate(figure.data, figure.layout) ?? [];
    const isEmpty = figure.layout.meta.shown === 0;
    return drawn(figure, () => found.filter(({ code }) => !isEmpty || !['invisible', 'unused'].includes(code)).map(({ msg }) => msg));
  }

  return { bins, difference, faults };
})();
