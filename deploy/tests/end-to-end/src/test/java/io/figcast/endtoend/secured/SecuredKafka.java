package io.figcast.endtoend.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import io.figcast.local.server.Child;
import io.figcast.local.server.FreePort;

/** A real broker that speaks TLS only, knows its users by SCRAM and allows what {@code deploy/kafka/acls.txt} allows. */
final class SecuredKafka {

    private final Path directory;
    private final Identity identity;
    private final Map<String, String> passwords;
    private final int port = FreePort.find();
    private final int controllerPort = FreePort.find();

    SecuredKafka(Path directory, Identity identity, Map<String, String> passwords) {
        this.directory = directory;
        this.identity = identity;
        this.passwords = passwords;
    }

    String address() {
        return "localhost:" + port;
    }

    Child start() throws IOException {
        Path settings = Files.writeString(directory.resolve("server.properties"), settings());
        List<String> format = new ArrayList<>(List.of(Processes.java(), "-cp", Processes.brokerClassPath(),
                "kafka.tools.StorageTool", "format", "--cluster-id", "figcast-local-cluster1", "--config",
                settings.toString()));
        passwords.forEach((user, password) -> format.addAll(
                List.of("--add-scram", "SCRAM-SHA-512=[name=" + user + ",password=" + password + "]")));
        Processes.run(format.toArray(String[]::new));
        return Child
                .start(new ProcessBuilder(Processes.java(), "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        Processes.brokerClassPath(), "io.figcast.local.server.Broker", settings.toString(),
                        directory.resolve("ready").toString())
                        .redirectErrorStream(true).redirectOutput(directory.resolve("kafka.log").toFile()));
    }

    boolean isReady() {
        return Files.exists(directory.resolve("ready"));
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://localhost:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://localhost:%1$d
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT
                ssl.keystore.type=PEM
                ssl.keystore.location=%3$s
                ssl.truststore.type=PEM
                ssl.truststore.location=%6$s
                sasl.enabled.mechanisms=SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                listener.name.clients.scram-sha-512.sasl.jaas.config=%4$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:ANONYMOUS;User:admin
                log.dirs=%5$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, identity.both(), jaas("admin", passwords), directory.resolve("data"),
                identity.certificate());
    }

    /** What a client of this user sends along; without a password that the broker knows it is turned away. */
    Properties client(String user, String password) {
        Properties client = new Properties();
        client.putAll(Map.of("bootstrap.servers", address(), "security.protocol", "SASL_SSL", "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", jaas(user, Map.of(user, password)), "ssl.truststore.type", "PEM",
                "ssl.truststore.location", identity.certificate().toString(), "default.api.timeout.ms", "60000",
                "request.timeout.ms", "20000", "max.block.ms", "60000"));
        return client;
    }

    /** The four topics, and the rights of {@code deploy/kafka/acls.txt}. */
    void createTopicsAndRights() throws Exception {
        try (Admin admin = Admin.create(client("admin", passwords.getOrDefault("admin", "")))) {
            admin.createTopics(List.of(topic("category-requests", 12), topic("category-requests-bulk", 12),
                    topic("slice-signals", 1), topic("category-requests-rejected", 1))).all().get();
            admin.createAcls(rights()).all().get();
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }

    private static List<AclBinding> rights() throws IOException {
        try (Stream<String> lines = Files.lines(Processes.ROOT.resolve("deploy/kafka/acls.txt"))) {
            return lines.filter(line -> line.startsWith("--")).map(line -> line.split(" ")).flatMap(SecuredKafka::rights)
                    .toList();
        }
    }

    /** The words of {@code --allow-principal User:a --topic t --operation Read --operation Describe}. */
    private static Stream<AclBinding> rights(String[] words) {
        ResourcePattern what = new ResourcePattern(ResourceType.fromString(words[2].substring(2)), words[3],
                PatternType.LITERAL);
        return Stream.iterate(5, i -> i < words.length, i -> i + 2).map(i -> new AclBinding(what,
                new AccessControlEntry(words[1], "*", AclOperation.fromString(words[i]), AclPermissionType.ALLOW)));
    }

    static String jaas(String user, Map<String, String> passwords) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, passwords.get(user));
    }
}
