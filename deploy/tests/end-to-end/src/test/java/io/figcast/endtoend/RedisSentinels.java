package io.figcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A real Redis with a replica on loopback, watched by three sentinels that know it as {@code figcast}. */
final class RedisSentinels implements AutoCloseable {

    private final RedisNode master;
    private final RedisNode replica;
    private final List<RedisNode> sentinels;

    RedisSentinels(Path directory) {
        this.master = RedisNode.in(directory);
        this.replica = RedisNode.in(directory, "--replicaof", "127.0.0.1",
                Integer.toString(master.port()), "--repl-diskless-sync-delay", "0");
        this.sentinels = IntStream.range(0, 3).mapToObj(n -> sentinel(directory.resolve("sentinel-" + n + ".conf"))).toList();
    }

    /** A sentinel writes into its file, so each has its own. */
    private RedisNode sentinel(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                    sentinel monitor figcast 127.0.0.1 %d 2
                    sentinel down-after-milliseconds figcast 1500
                    sentinel failover-timeout figcast 5000
                    """.formatted(master.port()));
            return RedisNode.in(file.getParent(), file.toString(), "--sentinel");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RedisSentinels start() {
        Stream.concat(Stream.of(master, replica), sentinels.stream()).forEach(RedisNode::start);
        await().atMost(Duration.ofSeconds(60)).until(() -> replica.send("INFO", "replication")
                .contains("master_link_status:up")
                && sentinels.stream().allMatch(s -> s.send("INFO", "sentinel").stream()
                        .anyMatch(line -> line.contains("name=figcast,status=ok") && line.contains("slaves=1,sentinels=3"))));
        return this;
    }

    String addresses() {
        return sentinels.stream().map(RedisNode::address).collect(Collectors.joining(","));
    }

    RedisNode master() {
        return master;
    }

    RedisNode replica() {
        return replica;
    }

    @Override
    public void close() {
        sentinels.forEach(RedisNode::close);
        replica.close();
        master.close();
    }
}
