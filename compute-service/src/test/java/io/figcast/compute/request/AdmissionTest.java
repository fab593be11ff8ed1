package io.figcast.compute.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(2, 3);

    @Test
    void whatIsLookedAtHoldsUpTheChannelAtItsLimit() {
        Admission.Place first = admission.enter();
        Admission.Place second = admission.enter();
        assertThat(first.roomForAnother()).isCompleted();
        assertThat(second.roomForAnother().toCompletableFuture()).isNotDone();

        first.leave();
        first.leave();

        assertThat(second.roomForAnother().toCompletableFuture()).isCompleted();
        assertThat(admission.count()).isEqualTo(1);
    }

    @Test
    void aSlowDatasetFillsItsOwnPlacesAndNobodyElses() {
        IntStream.range(0, 3).forEach(i -> assertThat(admission.enter().waitFor("slow")).isTrue());

        assertThat(admission.enter().waitFor("slow")).as("one too many").isFalse();
        Admission.Place other = admission.enter();
        assertThat(other.waitFor("quick")).isTrue();
        assertThat(other.roomForAnother().toCompletableFuture()).as("nobody else is looked at").isCompleted();
        assertThat(admission.count()).isEqualTo(5);
    }

    @Test
    void whoeverIsHeldIsToldOfRoomOneAtATime() {
        List<Admission.Place> places = IntStream.range(0, 3).mapToObj(i -> admission.enter()).toList();
        places.forEach(place -> place.waitFor("slow"));
        Duration aLongTime = Duration.ofMinutes(1);
        CompletableFuture<Void> first = admission.enter().roomToWaitFor("slow", aLongTime).toCompletableFuture();
        CompletableFuture<Void> second = admission.enter().roomToWaitFor("slow", aLongTime).toCompletableFuture();
        assertThat(first).isNotDone();

        places.get(0).leave();

        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(admission.enter().roomToWaitFor("slow", aLongTime)).as("there is room").isCompleted();
    }

    @Test
    void whoeverIsHeldTooLongIsToldSo() {
        IntStream.range(0, 3).forEach(i -> admission.enter().waitFor("slow"));

        assertThat(admission.enter().roomToWaitFor("slow", Duration.ofMillis(10)).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(5)).withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        Admission.Place place = admission.enter();
        assertThat(place.waitFor("slow")).isTrue();
        assertThat(place.waitFor("slow")).isTrue();

        place.leave();
        place.leave();

        assertThat(admission.count()).isZero();
    }
}
