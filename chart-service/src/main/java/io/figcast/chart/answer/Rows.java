package io.figcast.chart.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.figcast.chart.catalogue.Catalogue;
import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.figure.plotly.Region;
import io.figcast.chart.slice.Slice;

/** Answers that need the rows themselves: figures of a region, and the rows as they are. */
@Singleton
public class Rows {

    /** How a question for rows ends: the rows with what describes them, or another outcome. */
    public record Found(Outcome outcome, Optional<Slice> slice) {
    }

    private final AnswerDesk desk;
    private final Places places;
    private final Zooms zooms;
    private final Drawing drawing;

    Rows(AnswerDesk desk, Places places, Zooms zooms, Drawing drawing) {
        this.desk = desk;
        this.places = places;
        this.zooms = zooms;
        this.drawing = drawing;
    }

    public CompletableFuture<Outcome> answer(CategoryRef ref, Region region, Duration wait) {
        return twice(ref, wait, ready -> {
            Catalogue catalogue = places.catalogue(ref.dataset()).orElseThrow();
            return zooms.draw(ready.answer(), catalogue, region).thenApply(
                    drawn -> drawn.map(
                            answer -> new Found(new Outcome.Ready(answer, ready.state(), ready.error()), Optional.empty())));
        }).thenApply(Found::outcome);
    }

    public CompletableFuture<Found> rows(CategoryRef ref, Duration wait) {
        return twice(ref, wait, ready -> drawing.slice(ready.answer().id(), ready.answer().manifest())
                .thenApply(slice -> slice.map(s -> new Found(ready, Optional.of(s)))));
    }

    /** What is held may be of a version whose rows have gone; then the memo is asked anew, once. */
    private CompletableFuture<Found> twice(CategoryRef ref, Duration wait,
            Function<Outcome.Ready, CompletableFuture<Optional<Found>>> use) {
        return desk.answer(ref, wait).thenCompose(first -> use(first, use).thenCompose(found -> found.isPresent()
                ? CompletableFuture.completedFuture(found.get())
                : desk.answerAnew(ref, wait).thenCompose(second -> use(second, use)
                        .thenApply(again -> again.orElse(new Found(new Outcome.Unavailable("SLICE_MISSING",
                                "the rows are not in the memo any more"), Optional.empty()))))));
    }

    private CompletableFuture<Optional<Found>> use(Outcome outcome,
            Function<Outcome.Ready, CompletableFuture<Optional<Found>>> use) {
        if (!(outcome instanceof Outcome.Ready ready)) {
            return CompletableFuture.completedFuture(Optional.of(new Found(outcome, Optional.empty())));
        }
        return use.apply(ready)
                .exceptionally(failure -> Optional.of(new Found(desk.withoutRows(failure), Optional.empty())));
    }
}
