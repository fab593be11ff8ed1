package io.figcast.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.figcast.local.server.FreePort;

/** A release is whole: what is in it, and that it starts with nothing but a JRE and ends without a trace. */
class ReleaseIT {

    private static final String VERSION = System.getProperty("figcast.version", "1.0.0-SNAPSHOT");
    private static final Path RELEASE = Path.of("target/release").toAbsolutePath();
    private static final String NAME = "figcast-" + VERSION;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void aFileOfOnesOwnBecomesFourFiguresAndCtrlCLeavesNothing() throws Exception {
        Path root = unpacked(NAME + "-bin.zip").resolve(NAME);
        Path file = Files.writeString(directory.resolve("birds.csv"),
                "kind,span,weight\nowl,1.2,3\nowl,1.4,3.5\nowl,1.1,2.5\njay,0.4,0.1\njay,0.5,0.2\n");
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        Path log = directory.resolve("log");
        int port = FreePort.find();
        ProcessBuilder command = new ProcessBuilder("env", "--default-signal=INT", root.resolve("bin/figcast").toString(),
                "--file", file.toString(), "--no-open", "--port", "" + port, "--compute-port", "" + FreePort.find(),
                "--kafka-port", "" + FreePort.find(), "--redis-port", "" + FreePort.find());
        command.environment().keySet().retainAll(List.of("PATH", "JAVA_HOME"));
        command.environment().putAll(Map.of("TMPDIR", scratch.toString(), "FIGCAST_BUILD", "never"));
        Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            await(NAME).atMost(Duration.ofSeconds(150)).failFast("it ended", () -> !process.isAlive())
                    .until(() -> Files.readString(log).contains("Figcast is ready."));
            JsonNode figures = figures("http://localhost:" + port + "/api/figures?dataset=birds&category=owl");
            assertThat(figures.findValuesAsText("kind")).as(figures.toString()).containsExactly("scatter", "line",
                    "histogram2d", "histogram2dcontour");
            assertThat(figures.path("rows").asInt()).isEqualTo(3);
            List<ProcessHandle> servers = process.children().toList();
            assertThat(servers).hasSizeGreaterThanOrEqualTo(4);

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(130);
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(children(scratch)).noneMatch(name -> name.matches("figcast-\\d.*"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theHelpSpeaksOfTheReleasesOwnCommand() throws Exception {
        Path root = unpacked(NAME + "-bin.zip").resolve(NAME);
        Process process = new ProcessBuilder(root.resolve("bin/figcast").toString(), "--help").redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("Usage: bin/figcast [options]")
                .doesNotContain("./start");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void licenceAndNoticesLieBesideTheJars() throws IOException {
        try (FileSystem zip = open(NAME + "-bin.zip")) {
            Path root = zip.getPath("/", NAME);

            assertThat(children(root)).containsExactlyInAnyOrder("LICENSE", "README.txt", "THIRD-PARTY.txt", "bin", "lib");
            assertThat(Files.readString(root.resolve("THIRD-PARTY.txt"))).contains("org.apache.kafka:kafka-clients:",
                    "org.duckdb:duckdb_jdbc:", "plotly.js-cartesian-dist-min:", "Redis server");
            assertThat(Files.readString(root.resolve("README.txt"))).startsWith("Figcast " + VERSION + "\n");
            assertThat(children(root.resolve("lib"))).containsExactlyInAnyOrder("chart-service", "compute-service", "local");
        }
    }

    @Test
    void manifestsNameTheImagesOfThisVersion() throws IOException {
        try (FileSystem zip = open(NAME + "-kubernetes.zip")) {
            Path root = zip.getPath("/", NAME + "-kubernetes");

            assertThat(children(root)).contains("base", "components", "overlays", "README.md");
            assertThat(Files.readAllLines(root.resolve("base/kustomization.yaml")).stream()
                    .filter(line -> line.contains("newTag")))
                    .hasSize(2).allMatch(line -> line.strip().equals("newTag: " + VERSION));
        }
    }

    @Test
    void eachPartHasABillOfMaterialsThatNamesItsLibraries() throws IOException {
        assertThat(libraries("compute-service")).contains("duckdb_jdbc", "kafka-clients");
        assertThat(libraries("chart-service")).contains("kafka-clients", "vertx-redis-client");
        assertThat(libraries("local")).contains("kafka_2.13", "embedded-redis");
        assertThat(libraries("page")).containsExactly("plotly.js-cartesian-dist-min");
    }

    @Test
    void theChecksumsAreThoseOfAllFiles() throws Exception {
        List<String> lines = Files.readAllLines(RELEASE.resolve("SHA256SUMS"));

        assertThat(lines.stream().map(line -> line.substring(66))).containsExactlyInAnyOrderElementsOf(
                children(RELEASE).stream().filter(name -> !name.equals("SHA256SUMS")).toList());
        for (String line : lines) {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(RELEASE.resolve(line.substring(66))));
            assertThat(line).startsWith("%064x".formatted(new BigInteger(1, digest)) + "  ");
        }
    }

    private static List<String> libraries(String part) throws IOException {
        JsonNode bill = MAPPER.readTree(RELEASE.resolve(NAME + "-" + part + ".cdx.json").toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        return Stream.of(MAPPER.convertValue(bill.path("components"), JsonNode[].class)).map(each -> each.path("name").asText())
                .toList();
    }

    private static JsonNode figures(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).header("Prefer", "wait=30").build();
        return MAPPER.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static FileSystem open(String zip) throws IOException {
        return FileSystems.newFileSystem(RELEASE.resolve(zip), Map.of("enablePosixFileAttributes", true));
    }

    private static List<String> children(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replace("/", "")).toList();
        }
    }

    /** With the permissions that the archive says. */
    private Path unpacked(String zip) throws IOException {
        try (FileSystem archive = open(zip); Stream<Path> files = Files.walk(archive.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(file.toString().substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE)) {
                    assertThat(copy.toFile().setExecutable(true)).isTrue();
                }
            }
        }
        return directory;
    }
}
