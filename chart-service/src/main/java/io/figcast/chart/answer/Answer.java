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

    /** An error text may differ each time; this many encodings are kept at most. */
    private static final int MAX_VARIANTS = 32;
    private static final int FIXED_WEIGHT = 4_096;

    private final String id;
    private final Manifest manifest;
    private final List<Figure> figures;
    private final Map<Variant, CompletableFuture<Encoded>> variants = new ConcurrentHashMap<>();
    private final AtomicLong weight;

    Answer(String id, Manifest manifest, List<Figure> figures, long figuresWeight) {
        this.id = id;
        this.manifest = manifest;
        this.figures = figures;
        this.weight = new AtomicLong(FIXED_WEIGHT + figuresWeight);
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

    /** About how many bytes of memory it takes. */
    long weight() {
        return weight.get();
    }

    /** The encoding, if it is finished already. */
    public @Nullable Encoded finished(Variant variant) {
        CompletableFuture<Encoded> encoded = variants.get(variant);
        return encoded == null || !encoded.isDone() || encoded.isCompletedExceptionally() ? null : encoded.join();
    }

    /** The encoding; made once, on the given workers, however many ask. */
    CompletableFuture<Encoded> encoded(Variant variant, Executor workers) {
        if (variants.size() >= MAX_VARIANTS) {
            variants.clear();
        }
        return variants.computeIfAbsent(variant, v -> CompletableFuture.supplyAsync(() -> {
            Encoded encoded = new AnswerEncoder(this).encode(v);
            weight.addAndGet(encoded.body().length());
            return encoded;
        }, workers));
    }
}
