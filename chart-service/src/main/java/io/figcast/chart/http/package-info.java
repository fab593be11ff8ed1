/**
 * The HTTP API. Figures are served by routes of their own, straight from memory; what is asked for rarely is plain REST. Every
 * error is a problem document with a code.
 */
@NullMarked
package io.figcast.chart.http;

import org.jspecify.annotations.NullMarked;
