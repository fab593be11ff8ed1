package io.figcast.compute.memo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.figcast.compute.slice.SliceSource.ScanSink;
import io.figcast.compute.slice.port.Runs;

/** A scan as it is shipped, over a store of the simulation's. */
public final class SimulatedScan {

    /** Takes chunks to Redis. */
    public interface Store {

        CompletionStage<?> put(Runs.Target target, char column, String values);

        CompletionStage<?> remove(Runs.Target target);
    }

    private final StoringScan scan;

    public SimulatedScan(List<Runs.Target> targets, Store store, long maxRows, int mostLeft,
            Runnable cancelQuery) {
        scan = new StoringScan(targets, target -> new ChunkWriter.Store() {

            @Override
            public CompletionStage<?> put(char column, int n, byte[] bytes) {
                return store.put(target, column, text(bytes));
            }

            @Override
            public CompletionStage<?> remove(int chunks) {
                return store.remove(target);
            }
        }, maxRows, mostLeft, cancelQuery);
    }

    public ScanSink sink() {
        return scan;
    }

    public List<Runs.Run> runs() {
        return scan.runs();
    }

    public void end() {
        scan.end();
    }

    public void fail(Throwable why) {
        scan.fail(why);
    }

    static String text(byte[] bytes) {
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return IntStream.range(0, bytes.length / Double.BYTES).mapToObj(i -> Double.toString(values.getDouble()))
                .collect(Collectors.joining(","));
    }
}
