/**
 * The datasets that are named on the command line, as settings of compute-service. What a file or a table holds, and
 * whether it fits, is for compute-service to find out: here only what can be said without reading it is checked.
 */
@NullMarked
package io.figcast.local.dataset;

import org.jspecify.annotations.NullMarked;
