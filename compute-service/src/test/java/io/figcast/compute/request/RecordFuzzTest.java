package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever a record holds, it is a request or a bounded reject. The build runs the kept inputs;
 * {@code JAZZER_FUZZ=1} searches for others. Headers: {@code HeadersFuzzTest}.
 */
class RecordFuzzTest {

    private static final int LONGEST_REJECT = 8_192;

    @FuzzTest(maxDuration = "1h")
    void everyValueIsARequestOrRejected(byte[] value) {
        try {
            CategoryRequest request = RequestJson.decode(value);
            assertThat(RequestJson.decode(request.json())).isEqualTo(request);
        } catch (RejectedException rejected) {
            assertThat(rejected.getMessage()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "1h")
    void everyRejectIsSmall(FuzzedDataProvider data) {
        byte[] key = data.consumeBytes(4_096);
        byte[] value = data.consumeRemainingAsBytes();

        Reject reject = new Reject(RejectCode.MALFORMED, "the record has no value", "category-requests", 0, 0, key, value);

        byte[] recordKey = reject.recordKey();
        assertThat(recordKey).hasSizeLessThanOrEqualTo(1_024).isEqualTo(Arrays.copyOf(key, Math.min(key.length, 1_024)));
        assertThat(reject.recordValue()).hasSizeLessThan(LONGEST_REJECT);
    }
}
