package io.figcast.chart.http.access;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.figcast.chart.http.problem.Problem;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * OpenID Connect as Quarkus does it, but for one thing: a call to the API without a valid token gets 401 instead of a redirect
 * to the provider's login, which no program and no script of the page could complete.
 */
@ApplicationScoped
class Challenge implements HttpAuthenticationMechanism {

    private static final ChallengeData TOKEN_WANTED = new ChallengeData(401, "WWW-Authenticate", "Bearer");

    private final OidcAuthenticationMechanism oidc;

    Challenge(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        // The mechanism that names itself last is the one that challenges.
        return oidc.authenticate(context, identities).onItemOrFailure()
                .invoke((identity, failure) -> context.put(HttpAuthenticationMechanism.class.getName(), this));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return isApi(context) ? Uni.createFrom().item(TOKEN_WANTED) : oidc.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (!isApi(context)) {
            return getChallenge(context).map(new ChallengeSender(context));
        }
        TOKEN_WANTED.getHeaders().forEach(context.response()::putHeader);
        Problem.of(401, "Unauthorized", "LOGIN_REQUIRED", "this needs a login or a valid bearer token")
                .send(context.response());
        return Uni.createFrom().item(true);
    }

    private static boolean isApi(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
