/**
 * Kafka and Redis as a careful company runs them: encrypted, with a user for each service, everything else refused. The
 * services
 * are configured by the very files of {@code deploy/kubernetes/overlays/production}; only addresses and passwords are the
 * test's.
 */
@NullMarked
package io.figcast.endtoend.secured;

import org.jspecify.annotations.NullMarked;
