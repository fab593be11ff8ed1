package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.figcast.compute.Contract;

class RequestJsonTest {

    private static final Contract CONTRACT = new Contract("request");

    @Test
    void everyRequestOfTheContractIsRead() {
        assertThat(CONTRACT.valid()).isNotEmpty()
                .allSatisfy(example -> assertThat(RequestJson.decode(Contract.read(example))).isNotNull());
    }

    @Test
    void everyBrokenRequestOfTheContractIsRejected() {
        assertThat(CONTRACT.invalid()).isNotEmpty().allSatisfy(
                example -> assertThatThrownBy(() -> RequestJson.decode(Contract.read(example)))
                        .isInstanceOf(RejectedException.class));
    }

    @Test
    void theSmallestRequestAsksForACategoryOfTheDefaultDataset() {
        assertThat(decode("{\"category\":\"figs\"}"))
                .isEqualTo(new CategoryRequest(null, "figs", null, null, false, null, false));
    }

    @Test
    void everyFieldIsRead() {
        assertThat(decode("{\"dataset\":\"fruit\",\"category\":\"a/b \\u6c34\",\"refresh\":true,\"ifVersion\":\"v\"}"))
                .isEqualTo(new CategoryRequest("fruit", "a/b 水", null, null, true, "v", false));
        assertThat(decode("{\"all\":true,\"forget\":true}"))
                .isEqualTo(new CategoryRequest(null, null, null, null, false, null, true));
    }

    @Test
    void axesAreColumnsThatCanHaveANameAndAreSentOn() {
        CategoryRequest request = decode("{\"category\":\"AA\",\"x\":\"a \\u6c34\",\"y\":null}");
        assertThat(request).isEqualTo(new CategoryRequest(null, "AA", "a 水", null, false, null, false));
        assertThat(new String(request.of("flights").json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"dataset\":\"flights\",\"category\":\"AA\",\"x\":\"a 水\"}");
        assertThat(decode("{\"category\":\"AA\",\"y\":\"" + "🍐".repeat(256) + "\"}").y()).hasSize(512);
        assertThatThrownBy(() -> decode("{\"category\":\"AA\",\"y\":\"" + "🍐".repeat(257) + "\"}"))
                .isInstanceOfSatisfying(RejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(RejectCode.TOO_LONG))
                .hasMessage("y has more than 256 characters");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(decode("{\"category\":\"" + "🍐".repeat(256) + "\"}").category()).hasSize(512);
        assertThatThrownBy(() -> decode("{\"category\":\"" + "🍐".repeat(257) + "\"}"))
                .isInstanceOfSatisfying(RejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(RejectCode.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "7", "\"figs\"", "{", "{\"category\":\"figs\"", "{\"category\":\"figs\"}}",
            "{\"category\":\"figs\"} {}", "{\"category\":\"figs\",\"category\":\"apples\"}", "{'category':'figs'}",
            "{\"category\":\"figs\",\"x\":{\"a\":1,\"a\":2}}", "{\"category\":\"\\ud83c\"}", "{\"category\":[\"figs\"]}",
            "{\"category\":\"figs\",\"all\":1}", "{\"category\":NaN}", "\ufeff{\"category\":\"figs\"}",
            "{\"category\":\"figs\",\"refresh\":true,\"ifVersion\":\"\"}", "{\"category\":\"figs\",\"x\":\"\"}",
            "{\"category\":\"figs\",\"x\":7}", "{\"category\":\"figs\",\"y\":\"a\\u0000b\"}",
            "{\"all\":true,\"y\":\"\\ud83c\"}" })
    void whatIsNoRequestIsMalformed(String value) {
        assertThatThrownBy(() -> decode(value)).isInstanceOfSatisfying(RejectedException.class,
                rejected -> assertThat(rejected.code()).isEqualTo(RejectCode.MALFORMED));
    }

    @Test
    void otherEncodingsAreMalformed() {
        for (byte[] value : new byte[][] { "{\"category\":\"figs\"}".getBytes(StandardCharsets.UTF_16),
                "{\"category\":\"früh\"}".getBytes(StandardCharsets.ISO_8859_1), { (byte) 0xff, 0 } }) {
            assertThatThrownBy(() -> RequestJson.decode(value)).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> decode("{\"category\":\"figs\",\"x\":" + "[".repeat(60_000)))
                .isInstanceOf(RejectedException.class);
    }

    private static CategoryRequest decode(String value) {
        return RequestJson.decode(value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsSentOnIsSmallWhateverArrived() {
        String padding = "x".repeat(60_000);
        CategoryRequest request = RequestJson
                .decode(("{\"category\":\"figs\",\"refresh\":true,\"padding\":\"" + padding + "\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(new String(request.of("fruit").json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"dataset\":\"fruit\",\"category\":\"figs\",\"refresh\":true}");
    }
}
