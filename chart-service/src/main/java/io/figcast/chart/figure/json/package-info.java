/**
 * Figures as bytes: as JSON that {@code Plotly.newPlot} and {@code plotly.io.from_json} take as it is, and in the dense form
 * that the page reads, in which arrays travel as columns of doubles beside the JSON. Of Jackson only its generator is used.
 */
@NullMarked
package io.figcast.chart.figure.json;

import org.jspecify.annotations.NullMarked;
