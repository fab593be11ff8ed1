/** Redis as this service reaches it: its address, and commands that always end. It only ever reads; compute-service writes. */
@NullMarked
package io.figcast.chart.slice.redis;

import org.jspecify.annotations.NullMarked;
