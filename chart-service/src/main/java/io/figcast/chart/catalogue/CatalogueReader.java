package io.figcast.chart.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.slice.redis.RedisGateway;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;

/**
 * Reads catalogues from Redis. Of each it looks at its end, where its revision stands, and reads the whole only where that is
 * news: a million names are sixteen megabytes.
 */
final class CatalogueReader {

    private static final String PREFIX = "figcast:1:catalogue:";
    private static final int ENDING = 100;
    private static final int SHORT = 64 * 1024;
    private static final CompletableFuture<Optional<Read>> ABSENT = CompletableFuture.completedFuture(Optional.empty());
    private static final Pattern REVISION = Pattern.compile("\"revision\":\"[0-9a-f]{40}\"}$");

    /**
     * What was read.
     *
     * @param revision tells the text that it was read from
     * @param catalogue empty if that was none
     */
    record Read(String revision, Optional<Catalogue> catalogue, Instant at) {
    }

    private final RedisGateway memo;
    private final CatalogueDecoder decoder;
    private final int maxBytes;
    private final Vertx vertx;
    private final Clock clock;

    CatalogueReader(RedisGateway memo, CatalogueConfig config, Vertx vertx, Clock clock) {
        this.memo = memo;
        this.decoder = new CatalogueDecoder(config.maxCategories());
        this.maxBytes = config.maxBytes();
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * The catalogues of these datasets, one whole text after the other; of one that is not there, empty.
     *
     * @param last what is known of them
     */
    CompletableFuture<Map<String, Optional<Read>>> read(List<String> names, Map<String, Read> last) {
        Map<String, CompletableFuture<Optional<ByteBuffer>>> begun = new LinkedHashMap<>();
        names.forEach(name -> begun.put(name, orEmptyIfNoText(
                last.containsKey(name) ? memo.ending(PREFIX + name, ENDING) : memo.value(PREFIX + name, SHORT))));
        Map<String, Optional<Read>> read = new HashMap<>();
        CompletableFuture<?> all = CompletableFuture.completedFuture(read);
        for (Map.Entry<String, CompletableFuture<Optional<ByteBuffer>>> each : begun.entrySet()) {
            String name = each.getKey();
            all = all.thenCompose(before -> each.getValue()).thenCompose(found -> found.isEmpty() ? ABSENT
                    : last.containsKey(name) ? readByItsEnd(name, found.get(), last.get(name))
                            : readFromItsBeginning(name, found.get()))
                    .thenAccept(one -> read.put(name, one));
        }
        return all.thenApply(done -> read);
    }

    /** Nothing is known of it yet, and whoever asks for it waits: a short one is there at once. */
    private CompletableFuture<Optional<Read>> readFromItsBeginning(String name, ByteBuffer beginning) {
        if (beginning.remaining() > SHORT) {
            return orEmptyIfNoText(memo.ending(PREFIX + name, ENDING)).thenCompose(
                    ending -> ending.isEmpty() ? ABSENT : readByItsEnd(name, ending.get(), null));
        }
        byte[] text = new byte[beginning.remaining()];
        beginning.duplicate().get(text);
        int from = Math.max(0, text.length - ENDING);
        String revision = revision(new String(text, from, text.length - from, StandardCharsets.ISO_8859_1));
        return onWorker(() -> Optional.of(read(name, text, revision.isEmpty() ? digest(text) : revision, null)));
    }

    private CompletableFuture<Optional<Read>> readByItsEnd(String name, ByteBuffer bytes, @Nullable Read known) {
        String ending = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        String revision = revision(ending);
        if (known != null && known.revision().equals(revision)) {
            return CompletableFuture.completedFuture(Optional.of(new Read(revision, known.catalogue(), clock.instant())));
        }
        return orEmptyIfNoText(memo.pieces(PREFIX + name, maxBytes).thenCompose(text -> onWorker(() -> {
            boolean whole = text.length <= maxBytes;
            return whole && !endsWith(text, ending) ? Optional.empty() // it was replaced meanwhile
                    : Optional.of(read(name, text, revision.isEmpty() ? digest(text) : revision, known));
        })));
    }

    /** Nothing if an earlier version of compute-service wrote it. */
    private static String revision(String ending) {
        Matcher revised = REVISION.matcher(ending);
        return revised.find() ? revised.group() : "";
    }

    private Read read(String name, byte[] text, String revision, @Nullable Read known) {
        return new Read(revision, known != null && known.revision().equals(revision) ? known.catalogue() : decode(name, text),
                clock.instant());
    }

    /** As an earlier version of compute-service wrote it, without a revision. */
    private static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean endsWith(byte[] text, String end) {
        return text.length >= end.length()
                && new String(text, text.length - end.length(), end.length(), StandardCharsets.ISO_8859_1).equals(end);
    }

    private Optional<Catalogue> decode(String name, byte[] json) {
        try {
            if (json.length > maxBytes) {
                throw new IllegalArgumentException("longer than figcast.catalogue.max-bytes");
            }
            return Optional.of(decoder.decode(name, json));
        } catch (IllegalArgumentException e) {
            Log.warnf("Ignoring a catalogue that cannot be read dataset=%s cause=%s", name, e.getMessage());
            return Optional.empty();
        }
    }

    private <T> CompletableFuture<T> onWorker(Callable<T> task) {
        return vertx.executeBlocking(task, false).toCompletionStage().toCompletableFuture();
    }

    private static <T> CompletableFuture<Optional<T>> orEmptyIfNoText(CompletableFuture<Optional<T>> read) {
        return read.exceptionally(failure -> {
            if (failure instanceof IllegalArgumentException || failure.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        });
    }
}
