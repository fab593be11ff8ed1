package io.figcast.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.figcast.local.server.FreePort;
import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.LocalRedis;
import io.figcast.local.server.LocalServer;
import io.figcast.local.server.RunDirectory;

/**
 * Starts the servers of the pair, each once, in the form that this machine offers. Logs are in
 * {@code target/servers}. Public because {@link SharedServer} calls it across class loaders.
 */
public final class Servers {

    private static final Map<String, Map<String, Object>> STARTED = new ConcurrentHashMap<>();

    private Servers() {
    }

    /** What can be done with the server of that name; the first call starts it. */
    public static Map<String, Object> started(String name) {
        return STARTED.computeIfAbsent(name, Servers::start);
    }

    /** Testcontainers asks the thread for its class loader, which during a Quarkus test knows other copies of its classes. */
    private static Map<String, Object> start(String name) {
        Thread thread = Thread.currentThread();
        ClassLoader ofTheTest = thread.getContextClassLoader();
        thread.setContextClassLoader(Servers.class.getClassLoader());
        try {
            return startHere(name);
        } finally {
            thread.setContextClassLoader(ofTheTest);
        }
    }

    private static Map<String, Object> startHere(String name) {
        LocalServer server = Containers.usable() ? Containers.server(name) : process(name);
        server.start();
        return SharedServer.actionsOf(server);
    }

    private static LocalServer process(String name) {
        Path directory = RunDirectory.create(Path.of("target", "servers")).path();
        int port = FreePort.find();
        return name.equals("kafka") ? new LocalKafka(directory, port) : new LocalRedis(directory, port);
    }
}
