package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.compute.Contract;

class RejectTest {

    private static final Contract CONTRACT = new Contract("reject");

    @Test
    void aRejectIsWrittenAsTheExample() throws IOException {
        Reject reject = reject("melons".getBytes(StandardCharsets.UTF_8),
                "{\"dataset\":\"fruit\",\"category\":\"melons\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(new ObjectMapper().readTree(reject.recordValue())).isEqualTo(CONTRACT.example("unknown-category"));
    }

    @Test
    void whateverArrivedTheRejectStaysSmall() {
        Reject reject = reject(new byte[1_000_000], new byte[1_000_000]);

        assertThat(reject.recordKey()).hasSize(1_024);
        assertThat(reject.recordValue()).hasSizeLessThan(2_000);
        assertThat(CONTRACT.complaints(reject.recordValue())).isEmpty();
    }

    @Test
    void aRecordWithoutKeyAndValueHasAReject() {
        Reject reject = reject(null, null);

        assertThat(reject.recordKey()).isNull();
        assertThat(CONTRACT.complaints(reject.recordValue())).isEmpty();
    }

    private static Reject reject(byte[] key, byte[] value) {
        return new Reject(RejectCode.UNKNOWN_CATEGORY, "Dataset fruit has no such category", "category-requests", 3, 42, key,
                value);
    }
}
