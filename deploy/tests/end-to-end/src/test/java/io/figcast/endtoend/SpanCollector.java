package io.figcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;

/** A receiver of traces on loopback that understands OTLP over HTTP, and keeps what it is sent. */
final class SpanCollector implements AutoCloseable {

    /** A span, and the service that it is of. */
    record Received(String service, Span span) {

        boolean is(String ofService, String name) {
            return service.equals(ofService) && span.getName().equals(name);
        }

        ByteString trace() {
            return span.getTraceId();
        }

        boolean isIn(Received parent) {
            return span.getParentSpanId().equals(parent.span.getSpanId()) && trace().equals(parent.trace());
        }
    }

    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            ExportTraceServiceRequest request = ExportTraceServiceRequest
                    .parseFrom(gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody());
            request.getResourceSpansList().forEach(this::take);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void take(ResourceSpans resource) {
        String service = resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue()).map(AnyValue::getStringValue).findFirst().orElse("");
        resource.getScopeSpansList().forEach(
                scope -> scope.getSpansList().forEach(span -> spans.add(new Received(service, span))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
