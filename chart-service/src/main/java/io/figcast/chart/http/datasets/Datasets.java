package io.figcast.chart.http.datasets;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.chart.catalogue.AxesChoice;
import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.encoding.Representation;
import io.figcast.chart.kafka.Signals;

/**
 * All datasets and the state of their first categories, in bytes. Written anew when a catalogue or a state has changed, and now
 * and then because slices age; in between shared by all who ask. Writing takes too long for an event loop.
 */
@Singleton
class Datasets {

    private static final int MAX_CATEGORIES = 1_000;
    /** Of a dataset with more than that: nobody reads more before something is sought. */
    private static final int FIRST = 100;
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private record Written(long catalogues, Signals.Log log, long position, long begunNanos, Representation bytes) {
    }

    private final Catalogues catalogues;
    private final Signals signals;
    private final CategorySummaries summaries;
    private final ObjectMapper json;
    private volatile @Nullable Written last;

    Datasets(Catalogues catalogues, Signals signals, CategorySummaries summaries, ObjectMapper json) {
        this.catalogues = catalogues;
        this.signals = signals;
        this.summaries = summaries;
        this.json = json;
    }

    /** Empty as long as Redis has told us of no dataset. */
    Optional<Representation> representation() {
        if (!catalogues.isKnown()) {
            return Optional.empty();
        }
        long arrived = System.nanoTime();
        Written written = last;
        return Optional.of((written == null || isOutdated(written) ? write(arrived) : written).bytes());
    }

    private boolean isOutdated(Written written) {
        return written.catalogues() != catalogues.revision() || written.log() != signals.log()
                || written.position() != signals.log().position() || System.nanoTime() - written.begunNanos() > MAX_AGE_NANOS;
    }

    /** A version that was begun after this call came in is new enough for it, however fast signals come. */
    private synchronized Written write(long arrived) {
        Written other = last;
        if (other != null && (other.begunNanos() - arrived >= 0 || !isOutdated(other))) {
            return other;
        }
        long begun = System.nanoTime();
        long revision = catalogues.revision();
        Signals.Log log = signals.log();
        long position = log.position();
        Written written = new Written(revision, log, position, begun, Representation.of(json(), "application/json"));
        last = written;
        return written;
    }

    private byte[] json() {
        String first = catalogues.defaultDataset().map(Catalogue::dataset).orElse("");
        try {
            return json.writeValueAsBytes(
                    catalogues.all().stream().map(catalogue -> summary(catalogue, catalogue.dataset().equals(first))).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatasetSummary summary(Catalogue catalogue, boolean isDefault) {
        Catalogue.Description description = catalogue.description();
        int count = catalogue.categories().size();
        List<CategorySummary> categories = summaries.of(catalogue,
                catalogue.categories().subList(0, count > MAX_CATEGORIES ? FIRST : count), null);
        AxesChoice choice = description.choice();
        return new DatasetSummary(description.dataset(), description.title(), description.xTitle(), description.yTitle(),
                isDefault, description.defaultCategory(), description.reading() ? "reading" : null, description.progress(),
                description.errorCode(),
                description.notes(), choice == null ? null : choice.x(),
                choice == null ? null : choice.y(), choice == null || choice.columns().isEmpty() ? null : columns(choice),
                count > MAX_CATEGORIES ? count : null, categories);
    }

    private static List<DatasetSummary.Column> columns(AxesChoice choice) {
        return choice.columns().stream()
                .map(column -> new DatasetSummary.Column(column.name(), column.type().wireName())).toList();
    }
}
