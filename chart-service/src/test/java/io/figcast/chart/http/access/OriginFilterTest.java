package io.figcast.chart.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class OriginFilterTest {

    private final OriginFilter filter = new OriginFilter(Optional.of(List.of("https://figures.example")));

    @Test
    void ownPageAndProgramsAreLetThrough() {
        assertThat(filter.isOwn("http://localhost:8080", "same-origin", "localhost:8080")).isTrue();
        assertThat(filter.isOwn(null, null, "localhost:8080")).isTrue();
        assertThat(filter.isOwn(null, "none", "localhost:8080")).isTrue();
        assertThat(filter.isOwn("https://figures.example", "cross-site", "chart:8080")).isTrue();
    }

    @Test
    void otherSitesAreRefused() {
        assertThat(filter.isOwn("http://evil.example", null, "localhost:8080")).isFalse();
        assertThat(filter.isOwn("http://localhost:8081", "same-site", "localhost:8080")).isFalse();
        assertThat(filter.isOwn("null", null, "localhost:8080")).isFalse();
        assertThat(filter.isOwn("not an origin", null, "localhost:8080")).isFalse();
        assertThat(filter.isOwn(null, "cross-site", "localhost:8080")).isFalse();
        assertThat(filter.isOwn(null, "same-site", "localhost:8080")).isFalse();
    }
}
