/** What README.md says of the settings, and what a service's code reads, so that a test in each service can compare them. */
@NullMarked
package io.figcast.testing.reference;

import org.jspecify.annotations.NullMarked;
