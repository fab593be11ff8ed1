package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.figcast.local.server.Child;
import io.figcast.local.server.FreePort;

/** One process of one of the two services, as it is shipped; it can be killed, frozen and started again on its port. */
final class Replica {

    private final String module;
    private final Path log;
    private final Map<String, String> settings;
    private final int port = FreePort.find();
    private @Nullable Child child;

    Replica(String module, Path log, Map<String, String> settings) {
        this.module = module;
        this.log = log;
        this.settings = Map.copyOf(settings);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Starts the process and returns at once. What it writes goes behind what its forerunners wrote. */
    void start() {
        Path home = StartCommand.ROOT.resolve(module);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("src/main/docker/jvm.options"), "-Xmx384m", "-XX:TieredStopAtLevel=1", // it lives too short for more
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", home.resolve("target/quarkus-app/quarkus-run.jar").toString()));
        child = Child.start(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    boolean isAlive() {
        return child != null && child.isAlive();
    }

    boolean isReady() {
        return answers("q/health/ready");
    }

    boolean isLive() {
        return answers("q/health/live");
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection health = (HttpURLConnection) uri().resolve(path).toURL().openConnection();
            health.setConnectTimeout(1_000);
            health.setReadTimeout(5_000);
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGTERM; the process ends when it has done what it had begun. */
    void stop(Duration patience) {
        if (child != null) {
            child.stop(patience);
        }
    }

    int exitCode() {
        return child == null ? 0 : child.process().exitValue();
    }

    void kill() {
        if (child != null) {
            child.kill();
        }
    }

    void pause() {
        if (child != null) {
            child.pause();
        }
    }

    void resume() {
        if (child != null) {
            child.resume();
        }
    }

    /** Everything that this process and those before it wrote. */
    String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
