package io.figcast.compute.memo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.encoding.Json;
import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.ForgetRequest;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoRefusedException;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.Runs;
import io.figcast.compute.slice.port.StateId;
import io.figcast.compute.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;
import io.vertx.redis.client.Response;

/** The memo in Redis: one script for each call. */
final class RedisMemo implements Memo {

    /** How long chunks outlive their manifest, for readers who have just read it. */
    private static final Duration GRACE = Duration.ofSeconds(60);
    /** How long Kafka keeps a request and may deliver it again. */
    private static final Duration NOTE = Duration.ofDays(7);

    private final ScriptRunner redis;
    private final Traces traces;

    RedisMemo(ScriptRunner redis, Traces traces) {
        this.redis = redis;
        this.traces = traces;
    }

    @Override
    public CompletionStage<MemoState> look(SliceKey key) {
        return look(key, "", StateId.NOTHING, Duration.ZERO);
    }

    @Override
    public CompletionStage<MemoState> lease(SliceKey key, String token, StateId expected, Duration lease) {
        return traces.step("lease", SpanKind.CLIENT, () -> look(key, token, expected, lease));
    }

    private CompletionStage<MemoState> look(SliceKey key, String token, StateId expected, Duration lease) {
        MemoKeys keys = MemoKeys.of(key);
        return run(Scripts.LOOK, List.of(keys.manifest(), keys.failure(), keys.lease(), keys.forgotten()),
                List.of(token, expected.version() == null ? "" : expected.version(),
                        expected.failedAt() == null ? "" : Json.time(expected.failedAt()), millis(lease)),
                RedisMemo::look);
    }

    @Override
    public CompletionStage<Boolean> renew(SliceKey key, String token, Duration lease) {
        return run(Scripts.RENEW, List.of(MemoKeys.of(key).lease()), List.of(token, millis(lease)),
                response -> response != null && response.toInteger() == 1);
    }

    @Override
    public CompletionStage<Commit> commit(SliceKey key, Manifest manifest, Runs.@Nullable Chunk last,
            @Nullable Manifest replaced) {
        MemoKeys names = MemoKeys.of(key);
        List<String> keys = new ArrayList<>(List.of(names.manifest(), names.failure(), names.lease()));
        List<String> chunks = names.chunks(manifest);
        keys.addAll(chunks);
        keys.addAll(names.chunks(replaced));
        return traces.step("store", SpanKind.CLIENT, () -> run(Scripts.COMMIT, keys,
                List.of(manifest.version(), MemoJson.write(manifest), millis(manifest.ttl()),
                        millis(manifest.ttl().plus(GRACE)), Integer.toString(chunks.size()), millis(GRACE)),
                last == null ? List.of() : List.of(last.x(), last.y()),
                response -> Commit.valueOf(String.valueOf(response))));
    }

    @Override
    public CompletionStage<Optional<MemoState>> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        MemoKeys keys = MemoKeys.of(key);
        return traces.step("store failure", SpanKind.CLIENT,
                () -> run(Scripts.FAIL, List.of(keys.manifest(), keys.failure(), keys.lease()),
                        List.of(token, MemoJson.write(failure), millis(remembered)),
                        response -> response == null ? Optional.empty() : Optional.of(look(response))));
    }

    @Override
    public CompletionStage<Void> release(SliceKey key, String token) {
        return traces.step("release", SpanKind.CLIENT,
                () -> run(Scripts.RELEASE, List.of(MemoKeys.of(key).lease()), List.of(token), response -> true)
                        .thenCompose(done -> CompletableFuture.completedStage(null)));
    }

    @Override
    public CompletionStage<Void> forget(SliceKey key, List<ForgetRequest> requests) {
        return traces.step("forget", SpanKind.CLIENT, () -> noted(key, requests).thenCompose(byFingerprint -> {
            CompletionStage<Void> removed = CompletableFuture.completedStage(null);
            for (Map.Entry<String, List<String>> about : byFingerprint.entrySet()) {
                removed = removed.thenCompose(done -> remove(key.withFingerprint(about.getKey()), about.getValue()));
            }
            return removed;
        }));
    }

    /** The names of the requests, by the fingerprints that they are about. */
    private CompletionStage<Map<String, List<String>>> noted(SliceKey key, List<ForgetRequest> requests) {
        List<String> ids = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(millis(NOTE)));
        for (ForgetRequest request : requests) {
            Set<String> fingerprints = new TreeSet<>(request.fingerprints());
            fingerprints.add(key.fingerprint());
            for (String id : request.ids()) {
                ids.add(id);
                arguments.add(id);
                arguments.add(String.join(" ", fingerprints));
            }
        }
        return run(Scripts.NOTE_FORGETS, List.of(MemoKeys.forgets(key)), arguments, response -> {
            Map<String, List<String>> byFingerprint = new TreeMap<>();
            for (int i = 0; i < ids.size(); i++) {
                for (String fingerprint : Objects.requireNonNull(response).get(i).toString().split(" ", -1)) {
                    byFingerprint.computeIfAbsent(fingerprint, none -> new ArrayList<>()).add(ids.get(i));
                }
            }
            return byFingerprint;
        });
    }

    private CompletionStage<Void> remove(SliceKey key, List<String> requests) {
        MemoKeys keys = MemoKeys.of(key);
        List<String> arguments = new ArrayList<>(List.of(millis(NOTE)));
        arguments.addAll(requests);
        return run(Scripts.FORGET, List.of(keys.manifest(), keys.failure(), keys.lease(), keys.forgotten()), arguments,
                response -> true).thenCompose(done -> CompletableFuture.completedStage(null));
    }

    @Override
    public CompletionStage<Boolean> retire(SliceKey key, Duration life) {
        return run(Scripts.RETIRE, List.of(MemoKeys.of(key).manifest()), List.of(millis(life), millis(life.plus(GRACE))),
                response -> response != null && response.toInteger() == 1);
    }

    private <T> CompletionStage<T> run(String script, List<String> keys, List<String> arguments,
            Function<@Nullable Response, T> read) {
        return run(script, keys, arguments, List.of(), read);
    }

    private <T> CompletionStage<T> run(String script, List<String> keys, List<String> arguments, List<byte[]> data,
            Function<@Nullable Response, T> read) {
        return redis.run(script, keys, arguments, data).thenApply(response -> {
            try {
                return read.apply(response);
            } catch (RuntimeException e) {
                throw new MemoRefusedException("Redis holds something other than a slice", e);
            }
        });
    }

    private static MemoState look(@Nullable Response response) {
        if (response == null) {
            throw new IllegalArgumentException("no answer");
        }
        Response manifest = response.get(0);
        Response failure = response.get(2);
        boolean taken = response.get(5).toInteger() == 1;
        return new MemoState(
                manifest == null ? null
                        : new MemoState.Held(MemoJson.manifest(manifest.toString()),
                                Duration.ofMillis(response.get(1).toLong())),
                failure == null ? null
                        : new MemoState.Remembered(MemoJson.failure(failure.toString()),
                                Duration.ofMillis(response.get(3).toLong())),
                !taken && response.get(4).toInteger() == 1, taken);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
