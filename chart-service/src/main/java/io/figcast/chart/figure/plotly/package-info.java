/**
 * Plotly's nouns: figures, traces, layouts as records. They hold what is drawn and decide nothing; arrays in them are shared,
 * never copied. A new type of trace does not compile until whoever visits traces handles it.
 */
@NullMarked
package io.figcast.chart.figure.plotly;

import org.jspecify.annotations.NullMarked;
