package io.figcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.figcast.local.FreePort;
import io.figcast.local.LocalKafka;
import io.figcast.local.LocalRedis;
import io.figcast.local.LocalServer;

/**
 * Starts the servers of the pair, each once, in the form that this machine offers. Logs are in
 * {@code target/servers/<pid>}. Public because {@link SharedServer} calls it across class loaders.
 */
public final class Servers {

    private static final Map<String, Map<String, Object>> STARTED = new ConcurrentHashMap<>();

    private Servers() {
    }

    /** What can be done with the server of that name; the first call starts it. */
    public static Map<String, Object> started(String name) {
        return STARTED.computeIfAbsent(name, Servers::start);
    }

    private static Map<String, Object> start(String name) {
        LocalServer server = Containers.usable() ? Containers.server(name) : process(name);
        server.start();
        return SharedServer.actionsOf(server);
    }

    private static LocalServer process(String name) {
        Path directory = directory().resolve(name);
        int port = FreePort.find();
        return name.equals("kafka") ? new LocalKafka(directory, port) : new LocalRedis(directory, port);
    }

    private static Path directory() {
        try {
            Path all = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            try (Stream<Path> earlier = Files.list(all)) {
                earlier.filter(Servers::isLeftOver).toList().forEach(Servers::delete);
            }
            return all.resolve(Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftOver(Path directory) {
        return ProcessHandle.of(Long.parseLong(directory.getFileName().toString())).isEmpty();
    }

    private static void delete(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
