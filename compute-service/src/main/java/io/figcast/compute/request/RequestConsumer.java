package io.figcast.compute.request;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.figcast.compute.WorkConfig;
import io.figcast.compute.kafka.Sender;
import io.figcast.compute.kafka.TopicsConfig;
import io.figcast.compute.slice.port.EventLoop;
import io.figcast.compute.trace.RequestTrace;
import io.figcast.compute.trace.Traces;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

/**
 * Takes records from the request topics and answers each one. At least once: the offset of a record is committed after
 * its terminal signal, or its reject, is in the broker, so that a crash leads to its redelivery and never to its loss.
 * Nothing that a record holds fails the channel; what fails here is tried again until it succeeds.
 */
@Startup // not with the first request only: what is watched must be there before
@ApplicationScoped
public class RequestConsumer {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Requests requests;
    private final Sender sender;
    private final TopicsConfig topics;
    private final EventLoop loop;
    private final RequestMetrics metrics;
    private final Traces traces;
    private final InFlight interactive;
    private final InFlight bulk;

    RequestConsumer(Requests requests, Sender sender, TopicsConfig topics, EventLoop loop, RequestMetrics metrics,
            WorkConfig work, Traces traces) {
        this.requests = requests;
        this.sender = sender;
        this.topics = topics;
        this.loop = loop;
        this.metrics = metrics;
        this.traces = traces;
        this.interactive = new InFlight(work.requestsInFlight());
        this.bulk = new InFlight(work.requestsInFlight());
        metrics.watch("interactive", interactive);
        metrics.watch("bulk", bulk);
    }

    @Incoming("category-requests")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> request(IncomingKafkaRecord<byte[], byte[]> record) {
        return take(record, interactive, false);
    }

    @Incoming("category-requests-bulk")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> bulkRequest(IncomingKafkaRecord<byte[], byte[]> record) {
        return take(record, bulk, true);
    }

    int inFlight() {
        return interactive.count() + bulk.count();
    }

    /** Completes when the channel may deliver the next record. */
    private CompletionStage<Void> take(IncomingKafkaRecord<byte[], byte[]> record, InFlight inFlight, boolean asBulk) {
        long arrival = System.nanoTime();
        CompletionStage<Void> room = inFlight.begin();
        handle(record, arrival, inFlight, asBulk, traces.received(record.getTopic(), record.getHeaders()));
        return room;
    }

    private void handle(IncomingKafkaRecord<byte[], byte[]> record, long arrival, InFlight inFlight, boolean asBulk,
            RequestTrace trace) {
        var unused = requests.handle(record.getPayload(), arrival, asBulk, trace).handle((done, error) -> {
            if (error == null) {
                trace.end();
                acknowledge(record, inFlight);
            } else if (cause(error) instanceof RejectedException rejected) {
                trace.end();
                reject(record, inFlight, rejected);
            } else {
                Log.errorf(error, "Request failed and is tried again topic=%s partition=%d offset=%d", record.getTopic(),
                        record.getPartition(), record.getOffset());
                loop.after(AGAIN, () -> handle(record, arrival, inFlight, asBulk, trace));
            }
            return done;
        });
    }

    private void reject(IncomingKafkaRecord<byte[], byte[]> record, InFlight inFlight, RejectedException why) {
        Reject reject = new Reject(why.code(), String.valueOf(why.getMessage()), record.getTopic(), record.getPartition(),
                record.getOffset(), record.getKey(), record.getPayload());
        var unused = sender.send(topics.rejected(), reject.recordKey(), reject.recordValue()).handle((done, error) -> {
            if (error == null) {
                metrics.rejected(why.code());
                Log.warnf("Request rejected code=%s topic=%s partition=%d offset=%d", why.code(), record.getTopic(),
                        record.getPartition(), record.getOffset());
                acknowledge(record, inFlight);
            } else {
                loop.after(AGAIN, () -> reject(record, inFlight, why));
            }
            return done;
        });
    }

    private static void acknowledge(IncomingKafkaRecord<byte[], byte[]> record, InFlight inFlight) {
        // If the partition has gone elsewhere meanwhile, the record is answered there again: harmless.
        var unused = record.ack().whenComplete((done, error) -> inFlight.end());
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
