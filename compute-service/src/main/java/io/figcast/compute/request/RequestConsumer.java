package io.figcast.compute.request;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;
import io.figcast.compute.trace.Traces;
import io.figcast.compute.work.WorkConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

/**
 * Takes records from the request topics and answers each one, at least once: an offset is committed only when the record's
 * terminal signal, its reject or its copy on the bulk topic is in the broker, so that a crash leads to redelivery and never to
 * a loss. No content of a record can fail the channel; whatever fails here is retried until it succeeds.
 */
@Startup // not only with the first request: the watched channels must exist before
@ApplicationScoped
public class RequestConsumer {

    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** How long a bulk request is held before it is sent to the end again; without it they would circulate at full speed. */
    private static final Duration BULK_PAUSE = Duration.ofSeconds(10);

    private final Requests requests;
    private final BulkRequests bulkRequests;
    private final Sender sender;
    private final TopicsConfig topics;
    private final RequestMetrics metrics;
    private final Traces traces;
    private final Admission interactive;
    private final Admission bulk;

    RequestConsumer(Requests requests, BulkRequests bulkRequests, Sender sender, TopicsConfig topics, RequestMetrics metrics,
            WorkConfig work, Traces traces) {
        this.requests = requests;
        this.bulkRequests = bulkRequests;
        this.sender = sender;
        this.topics = topics;
        this.metrics = metrics;
        this.traces = traces;
        this.interactive = new Admission(work.requestsInFlight(), work.requestsWaiting());
        // One batch may wait while another is read.
        this.bulk = new Admission(work.requestsInFlight(), Math.max(work.requestsWaiting(), 2 * work.bulkCategories()));
        metrics.watch("interactive", interactive);
        metrics.watch("bulk", bulk);
    }

    @Incoming("category-requests")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> request(IncomingKafkaRecord<byte[], byte[]> record) {
        return take(record, Received.of(record, false), interactive.enter());
    }

    @Incoming("category-requests-bulk")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> bulkRequest(IncomingKafkaRecord<byte[], byte[]> record) {
        return take(record, Received.of(record, true), bulk.enter());
    }

    int inFlight() {
        return interactive.count() + bulk.count();
    }

    /** Completes when the channel may deliver the next record. */
    private CompletionStage<Void> take(IncomingKafkaRecord<byte[], byte[]> record, Received received, Admission.Place place) {
        handle(record, received, place);
        return place.roomForAnother();
    }

    private void handle(IncomingKafkaRecord<byte[], byte[]> record, Received received, Admission.Place place) {
        var unused = traces.received(record.getTopic(), record.getHeaders(), () -> requests.handle(received, place))
                .whenComplete((outcome, error) -> {
                    if (error == null) {
                        CategoryRequest deferred = outcome.orElse(null);
                        if (deferred == null) {
                            acknowledge(record, place);
                        } else if (received.bulk()) {
                            hold(record, received, deferred, place);
                        } else {
                            sendOn(record, received, deferred, place);
                        }
                    } else if (cause(error) instanceof RejectedException rejected) {
                        reject(record, place, rejected);
                    } else {
                        Log.errorf(error, "Request failed and will be retried topic=%s partition=%d offset=%d",
                                record.getTopic(), record.getPartition(), record.getOffset());
                        later(AGAIN, () -> handle(record, received, place));
                    }
                });
    }

    /** Its dataset has no place left: one may come free soon, or else other datasets' requests go first. */
    private void hold(IncomingKafkaRecord<byte[], byte[]> record, Received received, CategoryRequest deferred,
            Admission.Place place) {
        var unused = place.roomToWaitFor(Objects.requireNonNull(deferred.dataset()), BULK_PAUSE).whenComplete((room, over) -> {
            if (over == null) {
                handle(record, received, place);
            } else {
                sendOn(record, received, deferred, place);
            }
        });
    }

    /** Its dataset has no place left: the request waits at the end of the bulk topic, where it holds up nobody. */
    private void sendOn(IncomingKafkaRecord<byte[], byte[]> record, Received received, CategoryRequest deferred,
            Admission.Place place) {
        var unused = bulkRequests.send(deferred, received.ids()).whenComplete((done, error) -> {
            if (error == null) {
                acknowledge(record, place);
            } else {
                later(AGAIN, () -> handle(record, received, place));
            }
        });
    }

    private void reject(IncomingKafkaRecord<byte[], byte[]> record, Admission.Place place, RejectedException why) {
        Reject reject = new Reject(why.code(), String.valueOf(why.getMessage()), record.getTopic(), record.getPartition(),
                record.getOffset(), record.getKey(), record.getPayload());
        var unused = sender.send(topics.rejected(), reject.recordKey(), reject.recordValue()).whenComplete((done, error) -> {
            if (error == null) {
                metrics.rejected(why.code());
                Log.warnf("Request rejected code=%s topic=%s partition=%d offset=%d", why.code(), record.getTopic(),
                        record.getPartition(), record.getOffset());
                acknowledge(record, place);
            } else {
                later(AGAIN, () -> reject(record, place, why));
            }
        });
    }

    private static void acknowledge(IncomingKafkaRecord<byte[], byte[]> record, Admission.Place place) {
        // If the partition has moved meanwhile, the record is answered there again, which is harmless.
        var unused = record.ack().whenComplete((done, error) -> place.leave());
    }

    private static void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(task);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
