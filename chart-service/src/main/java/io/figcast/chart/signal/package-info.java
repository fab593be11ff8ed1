/**
 * The signals as this service reads them, and their live push to browsers. The whole compacted topic is read from its beginning
 * at every start, by a consumer without a group that commits nothing: the newest signal of every category is the state of all.
 */
@NullMarked
package io.figcast.chart.signal;

import org.jspecify.annotations.NullMarked;
