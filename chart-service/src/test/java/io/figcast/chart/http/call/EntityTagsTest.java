package io.figcast.chart.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagsTest {

    private static final String TAG = "\"abc\"";

    @Test
    void matchesTheTagItselfAWeakOneAListAndTheStar() {
        assertThat(EntityTags.match("\"abc\"", TAG)).isTrue();
        assertThat(EntityTags.match("W/\"abc\"", TAG)).isTrue();
        assertThat(EntityTags.match("\"x\", W/\"y\" , \"abc\"", TAG)).isTrue();
        assertThat(EntityTags.match("*", TAG)).isTrue();
    }

    @Test
    void doesNotMatchAnythingElse() {
        assertThat(EntityTags.match(null, TAG)).isFalse();
        assertThat(EntityTags.match("", TAG)).isFalse();
        assertThat(EntityTags.match("abc", TAG)).isFalse();
        assertThat(EntityTags.match("\"abcd\"", TAG)).isFalse();
    }
}
