package io.figcast.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the two services, run as its image runs it: the same jar with the same flags.
 *
 * @param name the module's name, such as {@code compute-service}
 * @param settings its configuration, by MicroProfile names
 */
record Service(String name, Path root, int port, Map<String, String> settings) {

    Service {
        settings = Map.copyOf(settings);
    }

    /** Starts the service's process; it is ready later. */
    Child start() {
        Child child = Child.start(new ProcessBuilder(command()).directory(root.toFile()).redirectErrorStream(true));
        MarkedOutput.copy(name.replace("-service", ""), child.process().getInputStream(), System.out);
        return child;
    }

    /** Settings are system properties: the names of environment variables cannot tell a dataset's dash from a dot. */
    private List<String> command() {
        Path module = root.resolve(name);
        Path jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new ServerFailedException(jar + " is missing: build the module " + name + " first.");
        }
        List<String> command = new ArrayList<>(List.of(Java.executable(), "@" + module.resolve("src/main/docker/jvm.options")));
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        all.put("quarkus.log.console.json.enabled", "false");
        all.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    boolean isReady() {
        try {
            HttpURLConnection health = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL()
                    .openConnection();
            health.setConnectTimeout(500);
            health.setReadTimeout(2000);
            return health.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
