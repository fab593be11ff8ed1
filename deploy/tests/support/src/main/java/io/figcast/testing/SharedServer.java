package io.figcast.testing;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;

import io.figcast.local.server.LocalServer;

/**
 * A server of this JVM's one pair. Quarkus loads test classes more than once, by different class loaders, and their
 * statics are there as often: so the pair is kept by the copy of {@link Servers} that the system class loader loads, and
 * travels as types that every class loader shares.
 */
final class SharedServer implements LocalServer {

    private final Map<String, Object> actions;

    private SharedServer(Map<String, Object> actions) {
        this.actions = actions;
    }

    @SuppressWarnings("unchecked")
    static SharedServer of(String name) {
        try {
            Method started = Class.forName(Servers.class.getName(), true, ClassLoader.getSystemClassLoader())
                    .getMethod("started", String.class);
            return new SharedServer((Map<String, Object>) started.invoke(null, name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot start " + name + ".", e);
        }
    }

    static Map<String, Object> actionsOf(LocalServer server) {
        Supplier<String> address = server::address;
        return Map.of("address", address, "start", action(server::start), "stop", action(server::stop),
                "kill", action(server::kill), "pause", action(server::pause), "resume", action(server::resume));
    }

    private static Runnable action(Runnable action) {
        return action;
    }

    @Override
    @SuppressWarnings("unchecked")
    public String address() {
        return ((Supplier<String>) get("address")).get();
    }

    @Override
    public void start() {
        run("start");
    }

    @Override
    public void stop() {
        run("stop");
    }

    @Override
    public void kill() {
        run("kill");
    }

    @Override
    public void pause() {
        run("pause");
    }

    @Override
    public void resume() {
        run("resume");
    }

    /** Nothing: the server belongs to every test of this JVM. */
    @Override
    public void close() {
    }

    private void run(String action) {
        ((Runnable) get(action)).run();
    }

    private Object get(String action) {
        Object found = actions.get(action);
        if (found == null) {
            throw new IllegalStateException("The shared server knows no " + action + ".");
        }
        return found;
    }
}
