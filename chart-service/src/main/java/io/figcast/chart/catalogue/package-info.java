/**
 * The datasets as this service knows them: their catalogues, which compute-service keeps in Redis. The last known catalogue
 * stays in memory, so that an absent Redis changes nothing for those who look.
 */
@NullMarked
package io.figcast.chart.catalogue;

import org.jspecify.annotations.NullMarked;
