/**
 * Signals in, requests out. The whole compacted topic of signals is read from its beginning at every start, by a consumer
 * without
 * a group that commits nothing. Requests are checked as compute-service would check them before they are sent, because one that
 * is rejected there would never be answered.
 */
@NullMarked
package io.figcast.chart.kafka;

import org.jspecify.annotations.NullMarked;
