package io.figcast.chart.http.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.encoding.Representation;
import io.figcast.chart.kafka.CategoryStates;

/**
 * All datasets and the state of their categories, in bytes. Written anew when a catalogue or a state has changed, and now and
 * then because slices age; in between shared by all who ask.
 */
@Singleton
public class DatasetsOverview {

    private static final JsonFactory JSON = new JsonFactory();
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private record Written(long catalogues, long epoch, long position, long nanos, Representation bytes) {
    }

    private final Catalogues catalogues;
    private final CategoryStates states;
    private final CategoryMarks marks;
    private volatile @Nullable Written last;

    DatasetsOverview(Catalogues catalogues, CategoryStates states, Clock clock) {
        this.catalogues = catalogues;
        this.states = states;
        this.marks = new CategoryMarks(states, clock);
    }

    /** Empty as long as Redis has told us of no dataset. */
    public Optional<Representation> representation() {
        if (!catalogues.isKnown()) {
            return Optional.empty();
        }
        Written written = last;
        if (written == null || isOutdated(written)) {
            written = write();
            last = written;
        }
        return Optional.of(written.bytes());
    }

    private boolean isOutdated(Written written) {
        return written.catalogues() != catalogues.revision() || written.epoch() != states.epoch()
                || written.position() != states.position() || System.nanoTime() - written.nanos() > MAX_AGE_NANOS;
    }

    private synchronized Written write() {
        Written other = last;
        if (other != null && !isOutdated(other)) {
            return other;
        }
        long revision = catalogues.revision();
        long epoch = states.epoch();
        long position = states.position();
        return new Written(revision, epoch, position, System.nanoTime(),
                Representation.of(json(), "application/json"));
    }

    private byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8 * 1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            String first = catalogues.defaultDataset().map(Catalogue::dataset).orElse("");
            json.writeStartArray();
            for (Catalogue catalogue : catalogues.all()) {
                write(catalogue, catalogue.dataset().equals(first), json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Catalogue catalogue, boolean isDefault, JsonGenerator json) throws IOException {
        Catalogue.Description description = catalogue.description();
        json.writeStartObject();
        json.writeStringField("name", description.dataset());
        json.writeStringField("title", description.title());
        json.writeStringField("xTitle", description.xTitle());
        json.writeStringField("yTitle", description.yTitle());
        json.writeBooleanField("default", isDefault);
        json.writeStringField("defaultCategory", description.defaultCategory());
        if (description.errorCode() != null) {
            json.writeStringField("error", description.errorCode());
        }
        json.writeArrayFieldStart("categories");
        for (String category : catalogue.categories()) {
            marks.write(new CategoryRef(description.dataset(), category), catalogue.fingerprint(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
