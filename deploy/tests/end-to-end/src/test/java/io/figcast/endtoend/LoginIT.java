package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

/** Both services with the login switched on, in front of a running OpenID provider. */
class LoginIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String VIEWER = "figcast-viewer";
    private static final String ACTOR = "figcast-actor";
    private static final String FIGURES = "api/figures?dataset=penguins&category=Gentoo";
    private static final String SLICE = "api/slice?dataset=penguins&category=Adelie";
    private static final String REQUEST = "{\"dataset\":\"penguins\",\"category\":\"Adelie\"}";

    private static LoginProvider provider;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        provider = new LoginProvider();
        fleet = new Fleet(1, Map.of(), provider.settings()).start();
        await("the dataset has been read").atMost(Fleet.PATIENCE)
                .untilAsserted(() -> assertThat(get(FIGURES, provider.token(VIEWER)).statusCode()).isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { FIGURES, "api/figures/scatter?dataset=penguins&category=Gentoo", SLICE, "api/datasets",
            "api/signals", "/api/datasets", "q/../api/datasets", "q/%2e%2e/api/datasets", "api/%64atasets", "api//datasets",
            "api/nothing" })
    void whoCallsTheApiWithoutATokenIsRefused(String path) throws IOException {
        warm();

        HttpResponse<String> answer = get(path, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("LOGIN_REQUIRED");
    }

    @Test
    void whoOpensThePageWithoutALoginIsSentToTheProvider() throws IOException {
        HttpResponse<String> answer = get("?dataset=penguins", null);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(provider.settings().get("quarkus.oidc.auth-server-url") + "/authorize")
                .contains("code_challenge", "nonce=", "redirect_uri=");
    }

    @Test
    void healthAndMetricsNeedNoLogin() throws IOException {
        assertThat(get("q/health/ready", null).statusCode()).isEqualTo(200);
        assertThat(get("q/metrics", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenWithoutARoleIsRefused() throws IOException {
        HttpResponse<String> answer = get(FIGURES, provider.token("another-role"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ROLE_REQUIRED");
    }

    @Test
    void aViewerLooksButDoesNotAct() throws IOException {
        String viewer = provider.token(VIEWER);

        assertThat(get(FIGURES, viewer).statusCode()).isEqualTo(200);
        assertThat(get(SLICE, viewer).statusCode()).isEqualTo(200);
        assertThat(post(viewer).statusCode()).isEqualTo(403);
        assertThat(delete(viewer).statusCode()).isEqualTo(403);
    }

    @Test
    void anActorLooksAndActs() throws IOException {
        String actor = provider.token(ACTOR);

        assertThat(get(FIGURES, actor).statusCode()).isEqualTo(200);
        assertThat(post(actor).statusCode()).isEqualTo(202);
        assertThat(delete(actor).statusCode()).isEqualTo(204);
    }

    @Test
    void whoActsWithoutATokenIsRefused() throws IOException {
        assertThat(post(null).statusCode()).isEqualTo(401);
        assertThat(delete(null).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsNoLongerOrWasNeverValidIsRefused() throws Exception {
        assertThat(get(FIGURES, provider.tokenThatEndsIn(-60, ACTOR)).statusCode()).as("expired").isEqualTo(401);
        assertThat(get(FIGURES, provider.tokenWithForgedContent(ACTOR)).statusCode()).as("other content").isEqualTo(401);
        assertThat(get(FIGURES, provider.tokenSignedByAnotherKey(ACTOR)).statusCode()).as("other key").isEqualTo(401);
        assertThat(get(FIGURES, provider.tokenWithoutSignature(ACTOR)).statusCode()).as("unsigned").isEqualTo(401);
        assertThat(get(FIGURES, provider.tokenOfAnotherIssuer(ACTOR)).statusCode()).as("other issuer").isEqualTo(401);
        assertThat(get(FIGURES, provider.tokenForAnotherApplication(ACTOR)).statusCode()).as("other use").isEqualTo(401);
        assertThat(get(FIGURES, "rubbish").statusCode()).as("rubbish").isEqualTo(401);
    }

    @Test
    void anEventStreamEndsWithTheLoginItWasOpenedBy() throws IOException {
        HttpResponse<InputStream> stream = send(
                request("api/signals", provider.tokenThatEndsIn(10, VIEWER)).GET().build(), BodyHandlers.ofInputStream());

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> stream.body().readAllBytes())).isNotEmpty();
    }

    @Test
    void aVisitorLogsInAndSeesTheFigures() {
        Page page = CHROMIUM.page();
        // The provider's own page would load a font from far away.
        page.route(address -> address.contains("fonts.googleapis.com"), route -> route.fulfill());
        page.navigate(fleet.chart().get(0).uri().resolve("?dataset=penguins&category=Gentoo").toString());
        page.locator("input[name=username]").fill("ada");
        page.locator("textarea[name=claims]").fill("{\"groups\":[\"" + VIEWER + "\"]}");

        page.locator("input[type=submit]").click();

        new DashboardPage(page).awaitDrawn("Gentoo");
        assertThat(page.url()).endsWith("?dataset=penguins&category=Gentoo");
    }

    /** So that what is refused would be there without any work. */
    private static void warm() throws IOException {
        assertThat(get(FIGURES, provider.token(VIEWER)).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String path, @Nullable String token) throws IOException {
        return send(request(path, token).header("Prefer", "wait=60").GET().build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(@Nullable String token) throws IOException {
        return send(request("api/requests", token).POST(HttpRequest.BodyPublishers.ofString(REQUEST)).build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> delete(@Nullable String token) throws IOException {
        return send(request(SLICE, token).DELETE().build(), BodyHandlers.ofString());
    }

    /** The path goes out as it stands, dots and double slashes included. */
    private static HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fleet.chart().get(0).uri() + path))
                .timeout(Duration.ofSeconds(90)).header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            return HTTP.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
