package io.figcast.chart.answer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.encoding.Encoded;
import io.figcast.chart.figure.plotly.Figure;
import io.figcast.chart.slice.Manifest;

/** The four figures of one version of a slice, with everything that has been encoded of them so far. */
public final class Answer {

    /** Bounds the encodings kept, since each different error text makes one of its own. */
    private static final int MAX_ENCODINGS = 32;
    private static final int FIXED_WEIGHT = 4_096;

    private final String id;
    private final Manifest manifest;
    private final List<Figure> figures;
    private final Map<Encoding, CompletableFuture<Encoded>> encodings = new ConcurrentHashMap<>();
    private final long figuresWeight;
    private final AtomicLong weight;
    private volatile Runnable onGrowth = () -> {
    };

    Answer(String id, Manifest manifest, List<Figure> figures, long figuresWeight) {
        this.id = id;
        this.manifest = manifest;
        this.figures = figures;
        this.figuresWeight = FIXED_WEIGHT + figuresWeight;
        this.weight = new AtomicLong(this.figuresWeight);
    }

    public String id() {
        return id;
    }

    public Manifest manifest() {
        return manifest;
    }

    List<Figure> figures() {
        return figures;
    }

    /** What is to be done when something more has been encoded: whoever keeps it counts its bytes. */
    void onGrowth(Runnable counted) {
        onGrowth = counted;
    }

    /** About how many bytes of memory it takes. */
    long weight() {
        return weight.get();
    }

    /** The encoding, if it is finished already. */
    public @Nullable Encoded finished(Encoding encoding) {
        CompletableFuture<Encoded> encoded = encodings.get(encoding);
        return encoded == null || !encoded.isDone() || encoded.isCompletedExceptionally() ? null : encoded.join();
    }

    /** The encoding; made once, on the given workers, however many ask. */
    CompletableFuture<Encoded> encoded(Encoding encoding, Executor workers) {
        if (encodings.size() >= MAX_ENCODINGS) {
            encodings.clear();
            weight.set(figuresWeight);
        }
        CompletableFuture<Encoded> made = encodings.computeIfAbsent(encoding, v -> CompletableFuture.supplyAsync(() -> {
            Encoded encoded = new AnswerEncoder(this).encode(v);
            weight.addAndGet(encoded.body().length());
            onGrowth.run();
            return encoded;
        }, workers));
        CompletableFuture<?> unused = made.whenComplete((encoded, failure) -> {
            if (failure != null) {
                encodings.remove(encoding, made);
            }
        });
        return made;
    }
}
