package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An OpenID provider on loopback: a server with discovery, keys, a login page, and tokens with whatever they should say. */
final class LoginProvider implements AutoCloseable {

    static final String CLIENT = "figcast";
    private static final String ISSUER = "company";
    private static final long AN_HOUR = 3600;

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));

    LoginProvider() {
        try {
            server.start(InetAddress.getByName("localhost"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What chart-service is told to switch the login on. */
    Map<String, String> settings() {
        return Map.of("figcast.login.enabled", "true", "quarkus.oidc.auth-server-url", server.issuerUrl(ISSUER).toString(),
                "quarkus.oidc.credentials.secret", "a secret of more than 32 characters");
    }

    String token(String... roles) {
        return token(ISSUER, CLIENT, AN_HOUR, roles).serialize();
    }

    String tokenThatEndsIn(long seconds, String... roles) {
        return token(ISSUER, CLIENT, seconds, roles).serialize();
    }

    String tokenForAnotherApplication(String... roles) {
        return token(ISSUER, "another", AN_HOUR, roles).serialize();
    }

    String tokenOfAnotherIssuer(String... roles) {
        return token("stranger", CLIENT, AN_HOUR, roles).serialize();
    }

    /** The head and the signature of one token around what another one says. */
    String tokenWithForgedContent(String... roles) {
        String[] real = token("nothing").split("\\.");
        return real[0] + "." + token(roles).split("\\.")[1] + "." + real[2];
    }

    String tokenSignedByAnotherKey(String... roles) throws Exception {
        SignedJWT real = token(ISSUER, CLIENT, AN_HOUR, roles);
        SignedJWT forged = new SignedJWT(real.getHeader(), real.getJWTClaimsSet());
        sign(forged);
        return forged.serialize();
    }

    String tokenWithoutSignature(String... roles) throws Exception {
        JWTClaimsSet claims = token(ISSUER, CLIENT, AN_HOUR, roles).getJWTClaimsSet();
        return new PlainJWT(claims).serialize();
    }

    private static void sign(SignedJWT token) throws JOSEException {
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    }

    private SignedJWT token(String issuer, String audience, long seconds, String... roles) {
        return server.issueToken(issuer, "script", new DefaultOAuth2TokenCallback(issuer, "script", "JWT", List.of(audience),
                Map.of("groups", List.of(roles)), seconds));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
