package io.figcast.compute.memo;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.figcast.compute.catalogue.Dataset;
import io.figcast.compute.catalogue.Datasets;
import io.figcast.compute.health.Dependencies;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.Runs;
import io.vertx.redis.client.Redis;

/** Makes the memo in Redis and the runs that fill it. */
@ApplicationScoped
class RedisBeans {

    private final RedisCalls calls;
    private final MemoConfig config;
    private final AtomicInteger threads = new AtomicInteger();
    /** How many run at once is decided by worker slots; a thread stuck in a driver must not take anyone else's. */
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "figcast-worker-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    RedisBeans(Redis redis, MemoConfig config, Dependencies dependencies) {
        this.config = config;
        this.calls = new RedisCalls(redis, config.timeout(), dependencies.redis());
    }

    @Produces
    @Singleton
    Memo memo() {
        return new RedisMemo(calls);
    }

    @Produces
    @Singleton
    Runs runs(Datasets datasets) {
        Duration longest = datasets.all().stream().map(Dataset::deadline).max(Duration::compareTo).orElse(Duration.ZERO);
        return new StoringRuns(datasets.source(), new RedisChunks(calls, longest.plus(config.lease().multipliedBy(2))),
                workers);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
