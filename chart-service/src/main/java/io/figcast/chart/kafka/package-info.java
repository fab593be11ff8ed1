/**
 * Signals in, requests out. At every start the whole compacted topic of signals is read from its beginning, by a consumer
 * without a group that commits nothing. Requests are checked as compute-service would check them before they are sent,
 * because nothing here would hear of a rejection.
 */
@NullMarked
package io.figcast.chart.kafka;

import org.jspecify.annotations.NullMarked;
