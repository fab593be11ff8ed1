/**
 * What a dataset is configured as: its settings, checked, and the {@link io.figcast.compute.source.Source} that they
 * describe. A broken definition never stops the service: every use of its source says what is wrong with it.
 */
@NullMarked
package io.figcast.compute.source.dataset;

import org.jspecify.annotations.NullMarked;
