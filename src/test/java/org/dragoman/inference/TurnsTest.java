package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.dragoman.inference.Work.Generation;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int TURN = 100;

    private final Turns turns = new Turns(TURN);

    @Test
    void aShortCallPassesALongOne() {
        add("", 300, 10);
        serve(20);
        Call<Row, Generated> headline = add("", 1, 10);

        assertThat(turns.next().call()).isSameAs(headline);
    }

    @Test
    void aShortCallPassesALongOneWhoseLastRowsWereServedFirst() {
        Call<Row, Generated> article = add("", 100, 10);
        article.rows().subList(50, 100).forEach(turns::serve);
        Call<Row, Generated> headline = add("", 1, 10);

        assertThat(turns.next().call()).isSameAs(headline);
    }

    @Test
    void aShortCallOfAnotherPartyPassesALongOne() {
        add("article", 300, 10);
        add("other article", 300, 10);
        serve(21);
        Call<Row, Generated> headline = add("headline", 1, 10);

        assertThat(turns.next().call()).isSameAs(headline);
    }

    @Test
    void callsOfOneSizeAreServedInTheOrderTheyCame() {
        Call<Row, Generated> first = add("", 5, 10);
        Call<Row, Generated> second = add("", 5, 10);

        assertThat(serve(5)).containsOnlyKeys(first);
        assertThat(serve(5)).containsOnlyKeys(second);
    }

    @Test
    void theRowsOfACallKeepTheirOrder() {
        Call<Row, Generated> call = add("", 50, 10);

        for (Waiting<?, ?> row : call.rows()) {
            assertThat((Object) turns.next()).isSameAs(row);
            turns.serve(row);
        }
    }

    @Test
    void partiesShareEvenlyHoweverManyCallsTheyMake() {
        for (int i = 0; i < 20; i++) {
            add("many", 10, 10);
        }
        Call<Row, Generated> one = add("one", 10, 10);

        assertThat(serve(20).get(one)).isEqualTo(100);
    }

    @Test
    void whatAPartyDidNotAskForIsNotSavedUp() {
        add("always", 100, 10);
        serve(50);
        Call<Row, Generated> late = add("late", 100, 10);

        assertThat(serve(20).get(late)).isEqualTo(100);
    }

    @Test
    void aLongCallIsServedAlsoWhileShortOnesKeepComing() {
        Call<Row, Generated> article = add("", 100, 10);
        long served = 0;
        for (int i = 0; i < 60; i++) {
            add("", 1, 10);
            served += serve(2).getOrDefault(article, 0L);
        }

        // There are never more than two calls, so half of the work is the article's.
        assertThat(served).isGreaterThanOrEqualTo(500);
    }

    @Test
    void aLongCallIsServedAlsoWhileNewPartiesKeepComing() {
        Call<Row, Generated> article = add("article", 100, 10);
        long served = 0;
        for (int i = 0; i < 60; i++) {
            add("party " + i, 1, 10);
            served += serve(2).getOrDefault(article, 0L);
        }

        assertThat(served).isGreaterThanOrEqualTo(500);
    }

    @Test
    void howeverItIsAskedNobodyIsFurtherBehindThanATurn() {
        Random random = new Random(11);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500) / 5; i++) {
            Turns even = new Turns(TURN);
            List<Call<Row, Generated>> calls =
                    IntStream.range(0, 2 + random.nextInt(4))
                            .mapToObj(party -> call("party " + party, 200, 1 + random.nextInt(20)))
                            .toList();
            calls.forEach(even::add);
            Map<Call<?, ?>, Long> served = new HashMap<>();
            for (int row = 0; row < 100; row++) {
                Waiting<?, ?> next = even.next();
                even.serve(next);
                served.merge(next.call(), next.cost(), Long::sum);
            }
            assertThat(served).hasSameSizeAs(calls);
            long most = served.values().stream().mapToLong(each -> each).max().orElseThrow();
            assertThat(served.values()).allMatch(each -> most - each <= 20);
        }
    }

    private Call<Row, Generated> add(String party, int rows, int length) {
        Call<Row, Generated> call = call(party, rows, length);
        turns.add(call);
        return call;
    }

    /** Serves so many rows; the tokens of each call among them. */
    private Map<Call<?, ?>, Long> serve(int rows) {
        Map<Call<?, ?>, Long> served = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            Waiting<?, ?> row = turns.next();
            turns.serve(row);
            served.merge(row.call(), row.cost(), Long::sum);
        }
        return served;
    }

    private static Call<Row, Generated> call(String party, int rows, int length) {
        ReversingModel model = new ReversingModel(1, 100, 2);
        Generation work =
                new Generation("model", model, new Decoding(8), ReversingModel.OPTIONS, 0);
        Row[] same = new Row[rows];
        Arrays.fill(same, Row.of(new int[length]));
        return new Call<>(
                work,
                CountedLease.on("model", model),
                Deadline.after(Duration.ofMinutes(10), party),
                List.of(same),
                row -> row.source().length);
    }
}
