/**
 * What this service asks for: requests on Kafka. They are checked as compute-service would check them before they are sent,
 * because one that is rejected there would never be answered.
 */
@NullMarked
package io.figcast.chart.kafka;

import org.jspecify.annotations.NullMarked;
