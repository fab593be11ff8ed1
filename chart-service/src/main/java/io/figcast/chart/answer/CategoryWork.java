package io.figcast.chart.answer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.catalogue.Catalogues;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Freshness;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.state.Caller;
import io.figcast.chart.category.state.Categories;
import io.figcast.chart.category.state.Limits;
import io.figcast.chart.category.state.Lookup;
import io.figcast.chart.category.state.Work;
import io.figcast.chart.kafka.CategoryRequest;
import io.figcast.chart.kafka.RequestSender;
import io.figcast.chart.slice.Manifest;
import io.figcast.chart.slice.SliceReader;
import io.figcast.chart.slice.Slices;
import io.figcast.chart.slice.Workers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.logging.Log;

/** Carries out what a category decides: looks into Redis, reads and draws slices, and sends requests. */
@Singleton
class CategoryWork implements Work<Answer> {

    private final Categories<Answer> categories;
    private final Limits limits;
    private final Catalogues catalogues;
    private final SliceReader reader;
    private final Slices slices;
    private final Workers workers;
    private final AnswerBuilder builder;
    private final RequestSender sender;
    private final Counter lookups;

    CategoryWork(Catalogues catalogues, SliceReader reader, Slices slices, Workers workers, AnswerBuilder builder,
            RequestSender sender, AnswerConfig config, MeterRegistry meters) {
        this.catalogues = catalogues;
        this.reader = reader;
        this.slices = slices;
        this.workers = workers;
        this.builder = builder;
        this.sender = sender;
        this.lookups = meters.counter("figcast.lookups");
        this.limits = new Limits(config.patience(), config.maxWaiting(), config.maxOutstanding(), config.answerBytes());
        this.categories = new Categories<>(limits, this);
        meters.gauge("figcast.answers.waiting", limits, Limits::waiting);
        meters.gauge("figcast.answers.cached.bytes", categories, Categories::heldBytes);
        meters.gauge("figcast.answers.cached", categories, Categories::held);
    }

    @Produces
    @Singleton
    Categories<Answer> categories() {
        return categories;
    }

    @Override
    public void lookUp(Lookup<Answer> lookup) {
        lookups.increment();
        Context trace = Context.current();
        CompletableFuture<?> unused = find(lookup, trace).whenComplete((held, failure) -> {
            try (Scope scope = trace.makeCurrent()) {
                tell(lookup, held, failure);
            }
        });
    }

    private void tell(Lookup<Answer> lookup, @Nullable Optional<Held<Answer>> held, @Nullable Throwable failure) {
        if (held != null && held.isPresent()) {
            categories.found(lookup, held.get());
        } else if (failure == null) {
            categories.missing(lookup);
        } else if (Failures.isMissing(failure)) {
            Log.warnf("A slice in the memo is not whole dataset=%s cause=%s", lookup.ref().dataset(),
                    Failures.cause(failure).getMessage());
            categories.missing(lookup);
        } else {
            Outcome outcome = Failures.outcome(failure);
            categories.notLookedUp(lookup, Failures.isPassing(failure), caller -> tell(caller, outcome));
        }
    }

    private static void tell(Caller<Answer> caller, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            caller.failed(failed.code(), failed.message(), failed.retryAfterSeconds());
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            caller.unavailable(unavailable.code(), unavailable.detail());
        }
    }

    private CompletableFuture<Optional<Held<Answer>>> find(Lookup<Answer> lookup, Context trace) {
        Catalogue catalogue = catalogues.find(lookup.ref().dataset()).orElse(null);
        if (catalogue == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        String slice = lookup.ref().sliceId(catalogue.fingerprint());
        return reader.manifest(slice, lookup.ref()).thenCompose(trace.wrapFunction(manifest -> manifest.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : answer(lookup, slice, manifest.get().manifest(), catalogue, trace)
                        .thenApply(answer -> Optional.of(held(lookup, slice, manifest.get(), catalogue, answer)))));
    }

    private CompletableFuture<Answer> answer(Lookup<Answer> lookup, String slice, Manifest manifest, Catalogue catalogue,
            Context trace) {
        Held<Answer> held = lookup.held();
        return held != null && held.edition().equals(catalogue.edition()) && held.version().equals(manifest.version())
                ? CompletableFuture.completedFuture(held.answer())
                : slices.use(slice, manifest).thenCompose(use -> draw(slice, manifest, use, catalogue, trace));
    }

    private CompletableFuture<Answer> draw(String slice, Manifest manifest, Slices.Use use, Catalogue catalogue,
            Context trace) {
        CompletableFuture<Answer> drawn;
        try {
            drawn = CompletableFuture.supplyAsync(
                    trace.wrapSupplier(() -> builder.draw(slice, manifest, use.slice(), catalogue, null)),
                    workers.forRows(manifest.rowsToRead()));
        } catch (RejectedExecutionException e) {
            drawn = CompletableFuture.failedFuture(e);
        }
        return drawn.whenComplete((answer, failure) -> use.close());
    }

    private Held<Answer> held(Lookup<Answer> lookup, String slice, SliceReader.Found found, Catalogue catalogue,
            Answer answer) {
        Freshness freshness = Freshness.of(found.lifeMillis(), found.manifest().staleLife(), found.readAtNanos());
        answer.onGrowth(() -> categories.weighed(lookup.ref(), answer, answer.weight()));
        return new Held<>(answer, slice, found.manifest().version(), catalogue.edition(), freshness, answer.weight(), true);
    }

    @Override
    public void request(CategoryRef ref, long number) {
        send(ref, CategoryRequest.of(ref), number);
    }

    @Override
    public void refresh(CategoryRef ref, String version, long number) {
        send(ref, CategoryRequest.refresh(ref, version), number);
    }

    private void send(CategoryRef ref, CategoryRequest request, long number) {
        CompletableFuture<?> unused = sender.send(request).whenComplete((sent, failure) -> {
            if (failure == null) {
                categories.sent(ref, number);
            } else {
                categories.notSent(ref, number, String.valueOf(Failures.cause(failure).getMessage()));
            }
        });
    }

    @Override
    public void dropRows(String slice) {
        slices.forget(slice);
    }
}
