package io.figcast.compute.kafka;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.NewTopic;

/** The topics as the contract has them. */
final class Topics {

    private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());
    private static final Map<String, String> REQUESTS = Map.of(CLEANUP_POLICY_CONFIG, "delete", RETENTION_MS_CONFIG, WEEK,
            // Far below the rejects' bound, so that whatever arrives can be rejected.
            MAX_MESSAGE_BYTES_CONFIG, Integer.toString(64 * 1024));

    private Topics() {
    }

    static List<NewTopic> of(TopicsConfig config, Duration longestTtl) {
        long kept = Math.max(Duration.ofDays(7).toMillis(), 2 * longestTtl.toMillis());
        return List.of(topic(config, config.requests(), 12, REQUESTS), topic(config, config.requestsBulk(), 12, REQUESTS),
                // One partition: the offset is the order. Kept twice as long as any slice that a signal may name.
                topic(config, config.signals(), 1,
                        Map.of(CLEANUP_POLICY_CONFIG, "compact,delete", RETENTION_MS_CONFIG, Long.toString(kept),
                                // The active segment is never compacted, and every start reads it whole.
                                SEGMENT_MS_CONFIG, Long.toString(Duration.ofMinutes(10).toMillis()),
                                SEGMENT_BYTES_CONFIG, Integer.toString(4 * 1024 * 1024),
                                MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1")),
                topic(config, config.rejected(), 1, Map.of(CLEANUP_POLICY_CONFIG, "delete", RETENTION_MS_CONFIG, WEEK,
                        MAX_MESSAGE_BYTES_CONFIG, Integer.toString(1024 * 1024))));
    }

    private static NewTopic topic(TopicsConfig config, String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.of(config.replication()).filter(n -> n > 0))
                .configs(settings);
    }
}
