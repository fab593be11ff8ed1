package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One started Figcast that the tests of the page share, since a start takes longer than most of them: with the datasets it
 * comes with, and with those of {@link TestDatasets}.
 */
final class SharedFigcast implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedFigcast.class);

    private @Nullable Running running;

    /** What is shared; closed after the last test of all classes. */
    record Running(StartedSystem system, Path directory) implements AutoCloseable {

        static Running start() {
            try {
                Path directory = Files.createTempDirectory("figcast-page");
                Path settings = TestDatasets.write(directory);
                Map<String, String> environment = Map.of("FIGCAST_BUILD", "never", "QUARKUS_CONFIG_LOCATIONS",
                        settings.toUri().toString());
                return new Running(StartedSystem.startWith(environment, "--demo-cost", "1500ms"), directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            system.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot().getStore(NAMESPACE).computeIfAbsent("figcast", key -> Running.start(), Running.class);
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("Figcast is there in tests only");
        }
        return running;
    }

    StartedSystem system() {
        return running().system();
    }

    /** Where the files of {@link TestDatasets} lie. */
    Path directory() {
        return running().directory();
    }

    URI page(String dataset, String category) {
        return system().dashboard().resolve("?dataset=" + dataset + "&category=" + encoded(category));
    }

    Api api() {
        return new Api(system().dashboard());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
