package io.figcast.chart.http.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

class PreferencesTest {

    @Test
    void isFoundAmongOthers() {
        assertThat(wait("wait=30")).hasValue(30);
        assertThat(wait("respond-async, wait=10")).hasValue(10);
        assertThat(wait("foo=\"a,wait=1;\\\"b\"; bar, WAIT = \"7\"; x=y")).hasValue(7);
        assertThat(Preferences.wait(List.of("return=minimal", "wait=5"))).hasValue(5);
    }

    @Test
    void firstOneCountsAndIsBounded() {
        assertThat(wait("wait=3, wait=9")).hasValue(3);
        assertThat(wait("wait=100000")).hasValue(60);
        assertThat(wait("wait=0")).hasValue(0);
    }

    @Test
    void malformedOneIsIgnored() {
        assertThat(wait("")).isEmpty();
        assertThat(wait("wait")).isEmpty();
        assertThat(wait("wait=-1")).isEmpty();
        assertThat(wait("wait=1.5")).isEmpty();
        assertThat(wait("wait=99999999999999999999")).isEmpty();
        assertThat(wait("await=5")).isEmpty();
        assertThat(wait("\"wait=5\"")).isEmpty();
        assertThat(wait("=" + "\"".repeat(5_000))).isEmpty();
    }

    /** By a pattern with blanks beside blanks these cost seconds. */
    @Test
    void hostileOneCostsNoMoreThanItsLength() {
        List<String> hostile = List.of("a" + " ".repeat(998) + "\"", "a=" + " ".repeat(997) + "\"",
                "a" + " ".repeat(499) + "=" + " ".repeat(499) + "\"", "\t".repeat(999) + "\"");
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 1_000; i++) {
                hostile.forEach(PreferencesTest::wait);
            }
        });
    }

    @Test
    void allHeaderFieldsTogetherAreBounded() {
        assertThat(Preferences.wait(List.of("a".repeat(600), "b".repeat(600), "wait=5"))).isEmpty();
    }

    @Test
    void onlyWhatIsHeldIsAskedForByName() {
        assertThat(Preferences.onlyHeld(List.of("respond-async, Only-Held"))).isTrue();
        assertThat(Preferences.onlyHeld(List.of("wait=5", "only-held; now"))).isTrue();
        assertThat(Preferences.onlyHeld(List.of("only-held=no"))).isFalse();
        assertThat(Preferences.onlyHeld(List.of("only-held-in-mind", "foo=\"only-held\""))).isFalse();
        assertThat(Preferences.onlyHeld(List.of())).isFalse();
    }

    private static OptionalInt wait(String header) {
        return Preferences.wait(List.of(header));
    }
}
