/**
 * Who may call what: allowed host names and origins, the limit of calls, login by OpenID Connect, and what every answer tells
 * browsers to refuse. The limit and the login are off unless configured; the rules of the login are HTTP policies in
 * {@code application.properties}, which hold for routes and for REST alike.
 */
@NullMarked
package io.figcast.chart.http.access;

import org.jspecify.annotations.NullMarked;
