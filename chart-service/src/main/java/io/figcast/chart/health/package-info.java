/**
 * What this service depends on and whether it can be reached. An absent Kafka or Redis does not make the service unready,
 * because it goes on serving what it holds; the health data says so, and since when.
 */
@NullMarked
package io.figcast.chart.health;

import org.jspecify.annotations.NullMarked;
