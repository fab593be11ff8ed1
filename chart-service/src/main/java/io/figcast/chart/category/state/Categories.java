package io.figcast.chart.category.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Held;
import io.figcast.chart.category.NewestSignal;
import io.figcast.chart.category.Signal;
import io.figcast.chart.category.View;

/**
 * All categories of which something is known. Each gets one event at a time, under its own monitor; the effects run afterwards,
 * outside it. Readers see one immutable {@link View}.
 */
public final class Categories<A> {

    /** A category of which nothing is known yet. */
    interface Begin<A> {

        Category<A> of(CategoryRef ref);
    }

    /** One category, with what is published of it. */
    private static final class Slot<A> {

        private final Category<A> category;
        private volatile @Nullable View<A> view;
        private volatile long usedNanos;
        private boolean removed;
        private long bytes;

        Slot(Category<A> category) {
            this.category = category;
        }
    }

    private static final double AFTER_EVICTION = 0.9;
    /**
     * What nobody has looked at for so long is not drawn anew before somebody does: there may be many replicas that hold it.
     */
    private static final long LOOKED_AT_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Limits limits;
    private final LongSupplier clock;
    private final Begin<A> begin;
    private final Map<CategoryRef, Slot<A>> slots = new ConcurrentHashMap<>();
    /** Those to whom time may matter. */
    private final Set<CategoryRef> pending = ConcurrentHashMap.newKeySet();
    /** Of each category the axes other than its dataset's own under which something is known. */
    private final Map<CategoryRef, Set<CategoryRef>> otherAxes = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    public Categories(Limits limits, Work<A> work) {
        this(limits, System::nanoTime, ref -> new Category<>(ref, limits, work));
    }

    Categories(Limits limits, LongSupplier clock, Begin<A> begin) {
        this.limits = limits;
        this.clock = clock;
        this.begin = begin;
    }

    /** What is known of a category; null if nothing is. */
    public @Nullable View<A> view(CategoryRef ref) {
        Slot<A> slot = slots.get(ref);
        return slot == null ? null : slot.view;
    }

    /** The same, by someone who shows what is held: that stays longer than what nobody looks at. */
    public @Nullable View<A> use(CategoryRef ref, long nowNanos) {
        Slot<A> slot = slots.get(ref);
        if (slot == null) {
            return null;
        }
        slot.usedNanos = nowNanos;
        return slot.view;
    }

    public int size() {
        return slots.size();
    }

    public long heldBytes() {
        return bytes.get();
    }

    public long held() {
        return slots.values().stream().filter(slot -> slot.bytes > 0).count();
    }

    /** Someone wants to have it shown, who knows this edition of the dataset. */
    public void asked(CategoryRef ref, Caller<A> caller, String edition) {
        tell(ref, category -> category.asked(caller, edition, clock.getAsLong()));
    }

    public void heard(NewestSignal signal) {
        CategoryRef ref = signal.signal().ref();
        Slot<A> slot = slots.get(ref);
        long now = clock.getAsLong();
        boolean lookedAt = slot != null && now - slot.usedNanos < LOOKED_AT_NANOS;
        tell(ref, category -> category.heard(signal, lookedAt, now));
        if (signal.signal().status() == Signal.Status.INVALIDATED && ref.axes() == null) {
            otherAxes.getOrDefault(ref, Set.of()).forEach(other -> tell(other, Category::dataChanged));
        }
    }

    /** The look-up found this. */
    public void found(Lookup<A> lookup, Held<A> found) {
        tell(lookup.ref(), category -> category.found(lookup, found, clock.getAsLong()));
    }

    /** There is no whole slice. */
    public void missing(Lookup<A> lookup) {
        tell(lookup.ref(), category -> category.missing(lookup, clock.getAsLong()));
    }

    /**
     * The look-up could not be made.
     *
     * @param away whether what is held is better than nothing then
     * @param why what a caller is told where it is not
     */
    public void notLookedUp(Lookup<A> lookup, boolean away, Reply<A> why) {
        tell(lookup.ref(), category -> category.notLookedUp(lookup, away, why));
    }

    public void sent(CategoryRef ref, long number) {
        tell(ref, category -> category.sent(number, clock.getAsLong()));
    }

    public void notSent(CategoryRef ref, long number, String why) {
        tell(ref, category -> category.notSent(number, why, clock.getAsLong()));
    }

    public void staleNoticed(CategoryRef ref) {
        tell(ref, category -> category.staleNoticed(clock.getAsLong()));
    }

    /** Completes with whether it was announced that the slice has been forgotten as this request asks. */
    public CompletableFuture<Boolean> forgotten(CategoryRef ref, String request, Duration within) {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        tell(ref, category -> category.forget(told, clock.getAsLong() + within.toNanos(), request));
        return told;
    }

    public void timePassed(CategoryRef ref) {
        tell(ref, category -> category.timePassed(clock.getAsLong()));
    }

    /** To be called now and then: nobody else notices silence. */
    public void timePassed() {
        pending.forEach(this::timePassed);
    }

    public void catalogueChanged(String dataset, String edition) {
        slots.keySet().stream().filter(ref -> ref.dataset().equals(dataset))
                .forEach(ref -> tell(ref, category -> category.catalogueChanged(edition)));
    }

    public void topicBeganAnew() {
        slots.keySet().forEach(ref -> tell(ref, Category::topicBeganAnew));
    }

    /** Its newest signal is one too many to be kept. */
    public void signalDropped(CategoryRef ref, long offset) {
        tell(ref, category -> category.signalDropped(offset));
    }

    public void rowsMissing(CategoryRef ref, String version) {
        tell(ref, category -> category.rowsMissing(version));
    }

    public void weighed(CategoryRef ref, A answer, long newBytes) {
        tell(ref, category -> category.weighed(answer, newBytes));
    }

    /** Nobody waits any more. */
    public void stop() {
        limits.stop();
        slots.keySet().forEach(ref -> tell(ref, category -> category.stop(clock.getAsLong())));
    }

    private void tell(CategoryRef ref, Consumer<Category<A>> event) {
        List<Runnable> effects = null;
        while (effects == null) {
            effects = tell(ref, slots.computeIfAbsent(ref, this::newSlot), event);
        }
        effects.forEach(Runnable::run);
        if (bytes.get() > limits.maxBytes()) {
            evict();
        }
    }

    private @Nullable List<Runnable> tell(CategoryRef ref, Slot<A> slot, Consumer<Category<A>> event) {
        synchronized (slot) {
            if (slot.removed) {
                return null;
            }
            event.accept(slot.category);
            View<A> view = slot.category.view();
            if (slot.bytes == 0) {
                slot.usedNanos = clock.getAsLong();
            }
            slot.view = view;
            if (slot.category.isPending()) {
                pending.add(ref);
            } else {
                pending.remove(ref);
            }
            long held = view.held() == null ? 0 : view.held().bytes();
            bytes.addAndGet(held - slot.bytes);
            slot.bytes = held;
            if (slot.category.isIdle()) {
                slot.removed = true;
                remove(ref, slot);
            }
            return slot.category.takeEffects();
        }
    }

    private Slot<A> newSlot(CategoryRef ref) {
        if (ref.axes() != null) {
            otherAxes.compute(ref.underOwnAxes(), (own, others) -> {
                Set<CategoryRef> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                all.add(ref);
                return all;
            });
        }
        return new Slot<>(begin.of(ref));
    }

    /** Atomic, like {@link #newSlot}: of two threads neither undoes what the other has done. */
    private void remove(CategoryRef ref, Slot<A> removed) {
        slots.computeIfPresent(ref, (same, slot) -> {
            if (slot != removed) {
                return slot;
            }
            if (ref.axes() != null) {
                otherAxes.computeIfPresent(ref.underOwnAxes(),
                        (own, others) -> others.remove(ref) && others.isEmpty() ? null : others);
            }
            return null;
        });
    }

    /** What nobody has looked at for longest goes first; enough of it that this is not to be done all the time. */
    private synchronized void evict() {
        long now = clock.getAsLong();
        List<Map.Entry<CategoryRef, Long>> byAge = new ArrayList<>();
        slots.forEach((ref, slot) -> {
            if (slot.bytes > 0) {
                byAge.add(Map.entry(ref, now - slot.usedNanos));
            }
        });
        byAge.sort(Map.Entry.<CategoryRef, Long> comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<CategoryRef, Long> oldest : byAge) {
            Slot<A> slot = slots.get(oldest.getKey());
            if (bytes.get() <= limits.maxBytes() * AFTER_EVICTION) {
                return;
            }
            if (slot != null) {
                List<Runnable> effects = tell(oldest.getKey(), slot, Category::evict);
                if (effects != null) {
                    effects.forEach(Runnable::run);
                }
            }
        }
    }
}
