package io.figcast.reduction.rows;

/** What an axis shows: numbers, or dates, which are milliseconds since 1970 UTC here and ISO texts in Plotly's JSON. */
public enum AxisType {
    LINEAR,
    DATE
}
