package io.figcast.chart.http.access;

import java.util.OptionalLong;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** When the login ends by which a call came in. */
public final class LoginEnd {

    private LoginEnd() {
    }

    /** Seconds since 1970; empty where nobody had to log in. */
    public static OptionalLong of(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                        ? OptionalLong.of(token.getExpirationTime())
                        : OptionalLong.empty();
    }
}
