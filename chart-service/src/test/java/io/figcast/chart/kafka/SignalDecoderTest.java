package io.figcast.chart.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.chart.category.Axes;
import io.figcast.chart.category.Signal;

class SignalDecoderTest {

    @Test
    void signalOfOtherAxesIsNeverTakenForOneOfTheDatasetsOwn() {
        String about = "{\"dataset\":\"flights\",\"category\":\"AA\",\"status\":\"invalidated\",\"x\":";

        assertThat(decode(about + "\"distance\",\"y\":\"delay\"}").ref().axes()).isEqualTo(new Axes("distance", "delay"));
        for (String axes : new String[] { "\"distance\"}", "\"distance\",\"y\":7}", "\"" + "x".repeat(600) + "\"}" }) {
            assertThatThrownBy(() -> decode(about + axes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatMakesNoSenseIsLeftOutAsLongAsTheSignalIsOne() {
        Signal signal = decode(
                "{\"dataset\":\"fruit\",\"category\":\"figs\",\"status\":\"failed\",\"slice\":5,\"available\":\"no\","
                        + "\"error\":{\"retryAfterSeconds\":99999999,\"message\":[]}}");

        assertThat(signal.slice()).isNull();
        assertThat(signal.readableVersion()).isNull();
        assertThat(signal.error()).isEqualTo(new Signal.Failure("SOURCE_FAILED", "", 3600));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{}", "{\"dataset\":\"fruit\"}",
            "{\"dataset\":\"../x\",\"category\":\"figs\",\"status\":\"ready\",\"version\":\"v\"}",
            "{\"dataset\":\"fruit\",\"category\":\"\",\"status\":\"invalidated\"}",
            "{\"dataset\":\"fruit\",\"category\":\"figs\",\"status\":\"ready\"}",
            "{\"dataset\":\"fruit\",\"category\":\"figs\",\"status\":\"exploded\"}",
            "{\"dataset\":\"fruit\",\"category\":\"figs\",\"status\":\"invalidated\"} x",
            "{\"dataset\":\"fruit\",\"dataset\":\"fruit\",\"category\":\"figs\",\"status\":\"invalidated\"}" })
    void whatIsNoSignalIsRefused(String json) {
        assertThatThrownBy(() -> decode(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requestsToForgetAreNamedByTheirEndOnly() {
        String forgets = "\"forgets\":[\"requests/0/1/2/mine\",7,null]}";
        String about = "{\"dataset\":\"fruit\",\"category\":\"figs\",\"status\":";

        assertThat(decode(about + "\"invalidated\"," + forgets).isEndOf("mine")).isTrue();
        assertThat(decode(about + "\"invalidated\"," + forgets).isEndOf("ine")).isFalse();
        assertThat(decode(about + "\"failed\"," + forgets).isEndOf("mine")).isFalse();
        assertThat(decode(about + "\"invalidated\",\"forgets\":\"requests/0/1/2/mine\"}").isEndOf("mine")).isFalse();
    }

    @Test
    void nothingElseThanARefusalComesOfNoise() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> SignalDecoder.decode(noise)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SignalDecoder.decode(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignalDecoder.decode(new byte[100_000])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> decode("{\"a\":" + "[".repeat(20_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Signal decode(String json) {
        return SignalDecoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
