package io.figcast.chart.figure;

/**
 * What one figure draws, by Plotly's trace types. Arrays are shared, not copied: nobody writes to them, and the same array
 * in several traces travels once in the dense form.
 *
 * @see <a href="https://plotly.com/javascript/reference/">Plotly's reference</a>
 */
public sealed interface Trace permits Markers, Lines, Histogram2d, Histogram2dContour, Heatmap, Contour {

    /** The text that is shown for what the mouse points at. */
    HoverText hover();
}
