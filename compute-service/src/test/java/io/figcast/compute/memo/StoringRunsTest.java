package io.figcast.compute.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.figcast.compute.slice.RowSink;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.SliceLimits;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.trace.Traces;

class StoringRunsTest {

    static final RedisGateway NOTHING_IS_STORED = null;

    final ExecutorService workers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void whoCancelsDoesNotWaitForTheDatabase() {
        CountDownLatch cancelling = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        SliceSource hanging = key -> new SliceSource.Reading() {

            @Override
            public void read(RowSink sink) {
                uninterrupted(answered);
            }

            @Override
            public void cancel() {
                cancelling.countDown();
                uninterrupted(answered);
            }
        };
        Runs.Run run = new StoringRuns(hanging, NOTHING_IS_STORED, Duration.ofSeconds(8), workers, Traces.off()).start(
                List.of(new Runs.Target(new SliceKey("fruit", "figs", "aa"), "one")),
                new SliceLimits(Duration.ofHours(8), Duration.ofHours(6), Duration.ofSeconds(30), 10)).get(0);

        assertTimeoutPreemptively(Duration.ofSeconds(2), run::cancel);

        await().until(() -> cancelling.getCount() == 0);
        assertThat(answered.getCount()).isOne();
        answered.countDown();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
