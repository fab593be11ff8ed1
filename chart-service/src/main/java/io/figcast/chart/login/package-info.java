/**
 * Who may look and who may act, by OpenID Connect. Off unless configured; the rules themselves are HTTP policies in
 * {@code application.properties}, which hold for routes and for REST alike. Here is only what they leave open: how somebody is
 * told to sign in, and that an event stream ends with the login it was opened by.
 */
@NullMarked
package io.figcast.chart.login;

import org.jspecify.annotations.NullMarked;
