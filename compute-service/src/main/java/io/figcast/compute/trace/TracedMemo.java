package io.figcast.compute.trace;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.slice.port.MemoState;
import io.figcast.compute.slice.port.StateId;
import io.opentelemetry.api.trace.SpanKind;

/** A memo whose decisive calls are steps of the trace. */
public record TracedMemo(Memo memo, Traces traces) implements Memo {

    @Override
    public CompletionStage<MemoState> look(SliceKey key) {
        return memo.look(key);
    }

    @Override
    public CompletionStage<MemoState> lease(SliceKey key, String token, StateId expected, Duration lease) {
        return traces.step("lease", SpanKind.CLIENT, key).until(memo.lease(key, token, expected, lease));
    }

    @Override
    public CompletionStage<Boolean> renew(SliceKey key, String token, Duration lease) {
        return memo.renew(key, token, lease);
    }

    @Override
    public CompletionStage<Commit> commit(SliceKey key, Manifest manifest, @Nullable Manifest replaced) {
        return traces.step("store", SpanKind.CLIENT, key).until(memo.commit(key, manifest, replaced));
    }

    @Override
    public CompletionStage<Optional<MemoState>> fail(SliceKey key, String token, Failure failure, Duration remembered) {
        return traces.step("store failure", SpanKind.CLIENT, key).until(memo.fail(key, token, failure, remembered));
    }

    @Override
    public CompletionStage<Void> release(SliceKey key, String token) {
        return traces.step("release", SpanKind.CLIENT, key).until(memo.release(key, token));
    }

    @Override
    public CompletionStage<Void> forget(SliceKey key) {
        return traces.step("forget", SpanKind.CLIENT, key).until(memo.forget(key));
    }
}
