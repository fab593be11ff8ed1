/**
 * What there is: the datasets with their categories and the state of each, written off the event loops whenever something has
 * changed and shared by all who ask.
 */
@NullMarked
package io.figcast.chart.http.datasets;

import org.jspecify.annotations.NullMarked;
