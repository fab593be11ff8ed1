/**
 * Finished answers: what is held in memory of each category, when it is still good, and what to do when it is not. A warm
 * answer costs neither Redis nor Kafka; a cold one is read and drawn once, however many ask.
 */
@NullMarked
package io.figcast.chart.answer;

import org.jspecify.annotations.NullMarked;
