package io.figcast.bench;

import java.io.IOException;
import java.nio.file.Path;

import io.figcast.local.server.LocalKafka;
import io.figcast.local.server.LocalRedis;

/** Kafka and Redis of the local start on given ports, until standard input ends. */
public final class Servers {

    private Servers() {
    }

    /** @param arguments directory, Kafka's port, Redis's port */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        try (LocalKafka kafka = new LocalKafka(directory.resolve("kafka"), Integer.parseInt(arguments[1]));
                LocalRedis redis = new LocalRedis(directory.resolve("redis"), Integer.parseInt(arguments[2]))) {
            redis.start();
            kafka.start();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // whoever started this closes its input to end it
            }
        }
    }
}
