/**
 * The page: its shell is one type-safe Qute template in the visitor's language, its assets are served from memory under
 * addresses that name their content. Everything that changes is fetched by the page's modules from the HTTP API, so the
 * first paint waits for neither figures nor plotly.
 */
@NullMarked
package io.figcast.chart.page;

import org.jspecify.annotations.NullMarked;
