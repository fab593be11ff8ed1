/**
 * Keeps one caller from taking what belongs to all. Off unless configured: whether an address is one person or a whole office
 * behind a proxy is known only to those who run this service.
 */
@NullMarked
package io.figcast.chart.limit;

import org.jspecify.annotations.NullMarked;
