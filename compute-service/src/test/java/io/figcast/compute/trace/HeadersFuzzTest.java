package io.figcast.compute.trace;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CompletableFuture;

import org.apache.kafka.common.header.internals.RecordHeaders;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import io.opentelemetry.api.OpenTelemetry;

/** Whatever headers a record has, its request is traced or not, and nothing else happens. */
class HeadersFuzzTest {

    private final Traces traces = new Traces(OpenTelemetry.noop(), false);

    @FuzzTest(maxDuration = "1h")
    void everyHeaderIsReadOrPassedOver(FuzzedDataProvider data) {
        RecordHeaders headers = new RecordHeaders();
        while (data.remainingBytes() > 0) {
            String name = data.consumeBoolean() ? "traceparent" : data.consumeString(20);
            headers.add(name, data.consumeBoolean() ? null : data.consumeBytes(80));
        }
        assertThatCode(() -> traces.received("category-requests", headers,
                () -> CompletableFuture.completedStage(Traces.headers()))).doesNotThrowAnyException();
    }
}
