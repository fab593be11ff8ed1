package io.figcast.compute.catalogue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.RunningQuery;
import io.figcast.compute.source.Source;

/** Asks a source for single categories, where its listing cannot tell; a few at once, so that the source can bear it. */
final class Existence {

    private static final int AT_ONCE = 2;

    private final Source source;
    private final Duration deadline;
    private final CatalogueSchedule schedule;
    private final Queue<Question> waiting = new ArrayDeque<>();
    private int asking;

    private record Question(String category, CompletableFuture<Boolean> answer) {
    }

    Existence(Source source, Duration deadline, CatalogueSchedule schedule) {
        this.source = source;
        this.deadline = deadline;
        this.schedule = schedule;
    }

    /** Whether there is a row of the category; fails if the source cannot be asked, or does not answer in time. */
    CompletionStage<Boolean> of(String category) {
        Question question = new Question(category, new CompletableFuture<>());
        // A source may hang where no query can be cancelled; those who come later do not even get their turn then.
        Runnable callOff = schedule.after(deadline.multipliedBy(2), () -> overdue(question));
        CompletableFuture<?> unused = question.answer().whenComplete((answer, failure) -> callOff.run());
        synchronized (this) {
            waiting.add(question);
        }
        askNext();
        return question.answer().copy();
    }

    private void overdue(Question question) {
        synchronized (this) {
            waiting.remove(question);
        }
        question.answer().completeExceptionally(new SourceFailedException("the source has not answered", null));
    }

    private void askNext() {
        Question question = taken();
        if (question != null) {
            schedule.execute(() -> ask(question));
        }
    }

    private synchronized @Nullable Question taken() {
        if (asking == AT_ONCE || waiting.isEmpty()) {
            return null;
        }
        asking++;
        return waiting.remove();
    }

    private void ask(Question question) {
        RunningQuery query = new RunningQuery();
        Runnable callOff = schedule.after(deadline, query::cancel);
        try {
            question.answer().complete(source.exists(question.category(), query));
        } catch (RuntimeException e) {
            question.answer().completeExceptionally(e);
        } finally {
            callOff.run();
            synchronized (this) {
                asking--;
            }
            askNext();
        }
    }
}
