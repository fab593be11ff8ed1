package io.figcast.compute.memo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.figcast.compute.health.Dependencies;
import io.figcast.compute.slice.SliceSource;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.trace.Traces;
import io.vertx.redis.client.Redis;

/** Makes the one way to Redis, the memo in Redis and the runs that fill it. */
@ApplicationScoped
class RedisBeans {

    private final AtomicInteger threads = new AtomicInteger();
    /**
     * How many run at once is decided by worker slots. Not Quarkus's own threads: they are bounded, and those stuck in a driver
     * would be missing from everything else.
     */
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "figcast-worker-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    @Produces
    @Singleton
    static RedisGateway gateway(Redis redis, MemoConfig config, Dependencies dependencies) {
        return new RedisGateway(redis, config.timeout(), dependencies.redis());
    }

    @Produces
    @Singleton
    static Memo memo(RedisGateway redis, Traces traces) {
        return new RedisMemo(redis, traces);
    }

    @Produces
    @Singleton
    Runs runs(RedisGateway redis, SliceSource source, MemoConfig config, Traces traces) {
        return new StoringRuns(source, redis, config.lease(), workers, traces);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
