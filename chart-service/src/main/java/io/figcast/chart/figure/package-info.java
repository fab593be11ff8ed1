/**
 * The four figures of a slice, of all its rows or reduced, and how few is few. No framework is imported here. What figures
 * are stands in {@code plotly}, how they are written in {@code json}, and how many rows become few in the other rooms.
 */
@NullMarked
package io.figcast.chart.figure;

import org.jspecify.annotations.NullMarked;
