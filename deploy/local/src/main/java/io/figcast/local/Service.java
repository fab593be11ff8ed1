package io.figcast.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.figcast.local.server.Child;
import io.figcast.local.server.ClassArchive;
import io.figcast.local.server.Java;
import io.figcast.local.server.ServerFailedException;

/**
 * One of the two services, run as its image runs it: the same jar with the same flags.
 *
 * @param name the module's name, such as {@code compute-service}
 * @param root of a checkout, where Maven built it, or of an unpacked release, where it lies in {@code lib}
 * @param settings its configuration, by MicroProfile names
 */
record Service(String name, Path root, int port, Map<String, String> settings) {

    /** What passes once everything has started need not be reported. */
    private static final Map<String, String> QUIET = Map.of("quarkus.banner.enabled", "false",
            "quarkus.log.category.\"io.smallrye.health\".level", "WARN",
            "quarkus.log.category.\"io.smallrye.reactive.messaging\".level", "ERROR",
            "quarkus.log.category.\"org.apache.kafka.clients.NetworkClient\".level", "ERROR",
            "quarkus.log.category.\"io.micrometer.core.instrument\".level", "ERROR");

    Service {
        settings = Map.copyOf(settings);
    }

    /** Starts the service's process; it is ready later. */
    Child start() {
        return start(archive().flags());
    }

    /** @param flags of the JVM, beyond those of the image */
    Child start(List<String> flags) {
        Child child = Child.start(new ProcessBuilder(command(flags)).directory(root.toFile()).redirectErrorStream(true));
        MarkedOutput.copy(name.replace("-service", ""), child.process().getInputStream(), System.out);
        return child;
    }

    /** Where the classes that it loads are kept between starts. */
    ClassArchive archive() {
        return ClassArchive.of(isReleased() ? released() : built(), jar());
    }

    /** Settings are system properties: the names of environment variables cannot tell a dataset's dash from a dot. */
    private List<String> command(List<String> flags) {
        if (!Files.exists(jar())) {
            throw new ServerFailedException(jar() + " is missing: build the module " + name + " first.");
        }
        List<String> command = new ArrayList<>(
                List.of(Java.executable(), "@" + (isReleased() ? released() : sources()).resolve("jvm.options")));
        command.addAll(flags);
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        all.put("quarkus.log.console.json.enabled", "false");
        all.putAll(QUIET);
        all.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    private Path jar() {
        return isReleased() ? released().resolve("quarkus-run.jar") : built().resolve("quarkus-app/quarkus-run.jar");
    }

    private boolean isReleased() {
        return Files.exists(released());
    }

    private Path released() {
        return root.resolve("lib").resolve(name);
    }

    private Path built() {
        return root.resolve(name).resolve("target");
    }

    private Path sources() {
        return root.resolve(name).resolve("src/main/docker");
    }

    boolean isReady() {
        return get("/q/health/ready").isPresent();
    }

    /** What it answers, if it is {@code 200}. */
    Optional<String> get(String path) {
        try {
            HttpURLConnection call = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL()
                    .openConnection();
            call.setConnectTimeout(500);
            call.setReadTimeout(5000);
            if (call.getResponseCode() != 200) {
                return Optional.empty();
            }
            try (InputStream body = call.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
