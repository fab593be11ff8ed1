package io.figcast.compute.memo;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;
import io.figcast.compute.slice.port.Memo;
import io.figcast.compute.trace.Traces;
import io.vertx.redis.client.Response;

/** The memo as it is shipped, over a link of the simulation's. */
public final class SimulatedMemo {

    /** A script on its way. */
    public record Script(String text, List<String> keys, List<String> arguments) {

        public boolean isRenewal() {
            return text.equals(Scripts.RENEW);
        }

        public boolean isNoteOfForgets() {
            return text.equals(Scripts.NOTE_FORGETS);
        }

        public boolean isForget() {
            return text.equals(Scripts.FORGET);
        }
    }

    /** Takes scripts to Redis. */
    public interface Link {

        CompletionStage<Response> send(Script script);
    }

    private SimulatedMemo() {
    }

    public static Memo over(Link link) {
        return new RedisMemo((text, keys, arguments, data) -> link.send(new Script(text, keys,
                Stream.concat(arguments.stream(), data.stream().map(SimulatedScan::text)).toList())), Traces.off());
    }

    public static String manifestKey(SliceKey key) {
        return MemoKeys.of(key).manifest();
    }

    public static String leaseKey(SliceKey key) {
        return MemoKeys.of(key).lease();
    }

    public static String forgottenKey(SliceKey key) {
        return MemoKeys.of(key).forgotten();
    }

    public static List<String> chunkKeys(SliceKey key, String version) {
        return MemoKeys.of(key).chunks(version, 1);
    }

    public static Manifest manifest(String json) {
        return MemoJson.manifest(json);
    }
}
