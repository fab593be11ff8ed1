package io.figcast.endtoend.secured;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.figcast.local.server.Child;
import io.figcast.local.server.FreePort;

/** One of the two services as it is shipped, told everything by the files of one directory. */
final class ConfiguredService {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path settings;
    private final int port = FreePort.find();

    ConfiguredService(String name, Path settings) {
        this.name = name;
        this.settings = settings;
    }

    Child start() {
        Path module = Processes.ROOT.resolve(name);
        ProcessBuilder builder = new ProcessBuilder(Processes.java(), "-Xmx384m",
                "@" + module.resolve("src/main/docker/jvm.options"), "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.host=127.0.0.1",
                "-jar", module.resolve("target/quarkus-app/quarkus-run.jar").toString());
        builder.environment().put("QUARKUS_CONFIG_LOCATIONS", settings + "/");
        builder.environment().keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "REDIS_URL"));
        return Child.start(builder.redirectErrorStream(true).redirectOutput(log().toFile()));
    }

    Path log() {
        return settings.resolveSibling(name + ".log");
    }

    boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        HttpRequest.Builder request = to(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(request);
    }

    HttpResponse<String> delete(String path) throws IOException {
        return answer(to(path).header("Content-Type", "application/json").DELETE());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(70));
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Writes a directory as Kubernetes would mount it: the production overlay's files, with this machine's addresses. */
    static Path settings(Path parent, String service, SecuredKafka kafka, SecuredRedis redis, String user, String password,
            Identity kafkaIdentity, Identity redisIdentity) throws IOException {
        Path directory = Files.createDirectories(parent.resolve(service));
        Path overlay = Processes.ROOT.resolve("deploy/kubernetes/overlays/production");
        for (String file : List.of("kafka.properties", "redis.properties")) {
            Files.writeString(directory.resolve(file), Files.readString(overlay.resolve(file))
                    .replace("/etc/figcast/", directory + "/")
                    .replaceAll("(kafka.bootstrap.servers)=.*", "$1=" + kafka.address()));
        }
        Files.copy(kafkaIdentity.certificate(), directory.resolve("kafka-ca.pem"));
        Files.copy(redisIdentity.certificate(), directory.resolve("redis-ca.pem"));
        Files.writeString(directory.resolve("secrets.properties"), "REDIS_URL=" + redis.url(user) + "\nkafka.sasl.jaas.config="
                + SecuredKafka.jaas(user, Map.of(user, password)) + "\n");
        Files.writeString(directory.resolve("test.properties"), """
                figcast.topics.create=false
                figcast.datasets.fruit.simulated-cost=0s
                figcast.limit.calls-per-second=20
                figcast.limit.burst=60
                """);
        return directory;
    }
}
