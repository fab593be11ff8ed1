package io.figcast.chart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.CategoryState;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;

class RequestsTest {

    private static final CategoryRef FIGS = new CategoryRef("fruit", "figs");

    private record Config(MemorySize maxBytes, MemorySize maxRegionBytes, Duration patience, int maxWaiting,
            int maxOutstanding) implements AnswerConfig {
    }

    private final List<CategoryRequest> sent = new ArrayList<>();
    private final MemorySize any = new MemorySize(BigInteger.TEN);
    private final Requests requests = new Requests(request -> {
        sent.add(request);
        return CompletableFuture.completedFuture(null);
    }, new Config(any, any, Duration.ofSeconds(60), 10, 2), Clock.systemUTC());

    @Test
    void asksOnceHoweverManyAsk() {
        requests.ask(FIGS, null, 0);
        Optional<Asked> again = requests.ask(FIGS, null, seconds(1));

        assertThat(sent).containsExactly(CategoryRequest.of(FIGS));
        assertThat(again).isPresent();
    }

    @Test
    void asksAgainWhenNothingHappensForLong() {
        requests.ask(FIGS, null, 0);
        requests.ask(FIGS, null, seconds(61));

        assertThat(sent).hasSize(2);
    }

    @Test
    void waitsForARunThatIsUnderWay() {
        requests.ask(FIGS, null, 0);
        requests.ask(FIGS, state(1, Signal.Status.COMPUTING), seconds(61));

        assertThat(sent).hasSize(1);
    }

    @Test
    void signalWithoutASliceIsAskedAgainThreeTimesAndThenNot() {
        requests.ask(FIGS, null, 0);
        for (int offset = 1; offset <= 3; offset++) {
            assertThat(requests.ask(FIGS, state(offset, Signal.Status.READY), 0)).isPresent();
        }

        assertThat(requests.ask(FIGS, state(4, Signal.Status.READY), 0)).isEmpty();
        assertThat(sent).hasSize(4);
    }

    @Test
    void afterAPauseItIsAskedAnew() {
        for (int offset = 0; offset <= 4; offset++) {
            requests.ask(FIGS, state(offset, Signal.Status.READY), 0);
        }

        assertThat(requests.ask(FIGS, state(4, Signal.Status.READY), seconds(31))).isPresent();
        assertThat(sent).hasSize(5);
    }

    @Test
    void boundsWhatIsOpen() {
        requests.ask(FIGS, null, 0);
        requests.ask(new CategoryRef("fruit", "apples"), null, 0);

        assertThat(requests.ask(new CategoryRef("fruit", "oranges"), null, 0)).isEmpty();
        assertThat(requests.ask(new CategoryRef("fruit", "oranges"), null, seconds(61))).isPresent();
    }

    @Test
    void staleAnswerIsRefreshedOnceWhoeverNotices() {
        requests.refresh(FIGS, "v1", state(1, Signal.Status.READY), 0);
        requests.refresh(FIGS, "v1", state(1, Signal.Status.READY), seconds(1));

        assertThat(sent).containsExactly(CategoryRequest.refresh(FIGS, "v1"));
    }

    @Test
    void failedRefreshMayBeTriedAgain() {
        requests.refresh(FIGS, "v1", state(1, Signal.Status.READY), 0);
        requests.refresh(FIGS, "v1", state(2, Signal.Status.FAILED), seconds(1));

        assertThat(sent).hasSize(2);
    }

    static CategoryState state(long offset, Signal.Status status) {
        Signal.Result result = new Signal.Result("v" + offset, 1, null, null, null, null);
        Signal.Run run = new Signal.Run(null, Duration.ofSeconds(120), null);
        Signal signal = new Signal(FIGS, status, null, status == Signal.Status.READY ? result : null,
                status == Signal.Status.COMPUTING ? run : null, null,
                status == Signal.Status.FAILED ? new Signal.Failure("SOURCE_FAILED", "why", 0) : null);
        return new CategoryState(offset, signal, null, 0, 0, Buffer.buffer());
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
