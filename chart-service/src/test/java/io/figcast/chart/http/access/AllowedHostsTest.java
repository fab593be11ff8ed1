package io.figcast.chart.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private final AllowedHosts none = new AllowedHosts(List.of());
    private final AllowedHosts configured = new AllowedHosts(List.of("Figures.example.org", "bücher.example", " chart. "));

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LOCALHOST:8080", "localhost.", "chart.localhost", "127.0.0.1", "10.1.2.3:8080",
            "[::1]", "[::1]:8080", "[2001:db8::7]:80", "[::ffff:10.0.0.1]" })
    void loopbackAndAddressesAreAlwaysAllowed(String host) {
        assertThat(none.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "evil.example", "localhost.evil.example", "evil-localhost", "127.0.0.1.evil.example",
            "127.0.0.1.nip.io:8080", "2130706433", "0x7f.1", "127.1", "1.2.3.4.5", "[evil.example]", "[::1", "[::1]evil",
            "[::1]:80.evil.example", "localhost:80@evil.example", "localhost@evil.example", "localhost:evil", "a:b:c",
            "::1", "localhost:1234567", " localhost", "localhost\u0000", "*", "localhost..", "\u212Aocalhost" })
    void everythingElseIsRefused(String host) {
        assertThat(none.allow(host)).isFalse();
    }

    @Test
    void configuredNamesAreAllowedInEverySpelling() {
        assertThat(configured.allow("figures.example.org")).isTrue();
        assertThat(configured.allow("FIGURES.example.ORG.:443")).isTrue();
        assertThat(configured.allow("xn--bcher-kva.example")).isTrue();
        assertThat(configured.allow("chart")).isTrue();
        assertThat(configured.allow("sub.figures.example.org")).isFalse();
        assertThat(configured.allow("example.org")).isFalse();
    }

    @Test
    void theStarAllowsAll() {
        assertThat(new AllowedHosts(List.of("*")).allow("evil.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://figures.example.org", "figures.example.org:8080", "a b", "", ".", "*.example.org" })
    void whatIsNoNameIsRefusedAtTheStart(String entry) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AllowedHosts(List.of(entry)))
                .withMessageContaining("figcast.allowed-hosts").withMessageContaining(entry);
    }
}
