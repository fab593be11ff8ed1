package io.figcast.local.server;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.utils.Time;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

/**
 * What the broker's JVM runs: formats the data directory the first time, starts the broker, and creates the file
 * {@code ready} once it serves. Formatting in the same JVM saves the start of a second one.
 */
final class Broker {

    private static final String CLUSTER_ID = "figcast-local-cluster1";

    private Broker() {
    }

    /** @param arguments the broker's properties file, and the file to create when it serves */
    public static void main(String[] arguments) throws IOException {
        String properties = arguments[0];
        int formatted = StorageTool.execute(new String[] { "format", "--ignore-formatted", "--cluster-id", CLUSTER_ID,
                "--config", properties }, System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(read(properties)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        Files.createFile(Path.of(arguments[1]));
        server.awaitShutdown();
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream input = new FileInputStream(file)) {
            properties.load(input);
        }
        return properties;
    }
}
