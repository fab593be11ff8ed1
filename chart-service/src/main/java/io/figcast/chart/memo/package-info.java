/**
 * The memo's server, Redis, as this service reaches it: its address, and commands that always end. It only ever reads here;
 * compute-service alone writes.
 */
@NullMarked
package io.figcast.chart.memo;

import org.jspecify.annotations.NullMarked;
