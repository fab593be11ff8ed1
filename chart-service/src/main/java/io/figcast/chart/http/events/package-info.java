/**
 * The live push: every open browser has one stream of server-sent events, which is a cursor over the states of all categories.
 * A client that lags gets the newest signal of each category; one that takes nothing is disconnected.
 */
@NullMarked
package io.figcast.chart.http.events;

import org.jspecify.annotations.NullMarked;
