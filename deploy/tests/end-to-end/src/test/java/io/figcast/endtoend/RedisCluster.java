package io.figcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A real Redis Cluster on loopback: three masters that share the slots, each with one replica. */
final class RedisCluster implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    private final List<RedisNode> masters;
    private final List<RedisNode> replicas;

    RedisCluster(Path directory) {
        this.masters = nodes(directory);
        this.replicas = nodes(directory);
    }

    private static List<RedisNode> nodes(Path directory) {
        return IntStream.range(0, MASTERS)
                .mapToObj(n -> RedisNode.in(directory, "--cluster-enabled", "yes", "--cluster-config-file", "nodes.conf",
                        "--cluster-node-timeout", "2000", "--cluster-replica-validity-factor", "0"))
                .toList();
    }

    RedisCluster start() {
        all().forEach(RedisNode::start);
        for (int n = 0; n < MASTERS; n++) {
            List<String> slots = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            IntStream.range(SLOTS * n / MASTERS, SLOTS * (n + 1) / MASTERS).mapToObj(Integer::toString).forEach(slots::add);
            masters.get(n).send("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(n + 1));
            masters.get(n).send(slots.toArray(String[]::new));
        }
        String first = Integer.toString(masters.get(0).port());
        all().skip(1).forEach(node -> node.send("CLUSTER", "MEET", "127.0.0.1", first));
        await().atMost(Duration.ofSeconds(60)).until(() -> all().allMatch(node -> says(node, "cluster_known_nodes:6")));
        for (int n = 0; n < MASTERS; n++) {
            replicas.get(n).send("CLUSTER", "REPLICATE", masters.get(n).send("CLUSTER", "MYID").get(0));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> all().allMatch(node -> says(node, "cluster_state:ok"))
                && replicas.stream().allMatch(node -> node.send("INFO", "replication").contains("master_link_status:up")));
        return this;
    }

    private static boolean says(RedisNode node, String fact) {
        return node.send("CLUSTER", "INFO").contains(fact);
    }

    String addresses() {
        return all().map(RedisNode::address).collect(Collectors.joining(","));
    }

    List<RedisNode> masters() {
        return masters;
    }

    private Stream<RedisNode> all() {
        return Stream.concat(masters.stream(), replicas.stream());
    }

    @Override
    public void close() {
        all().forEach(RedisNode::close);
    }
}
