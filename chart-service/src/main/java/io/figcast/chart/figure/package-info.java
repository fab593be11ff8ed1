/**
 * The four figures of a slice: records that mirror Plotly's own nouns, how they are built, and how they are written as JSON
 * or in the dense form that the page reads. No framework is imported here, and of Jackson only its generator. Small slices
 * travel as they are; what is done with large ones is the business of the package {@code reduction}.
 */
@NullMarked
package io.figcast.chart.figure;

import org.jspecify.annotations.NullMarked;
