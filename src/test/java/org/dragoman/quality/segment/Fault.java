package org.dragoman.quality.segment;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fault an {@link Injector} makes.
 *
 * <p>Written before the rules that look for them.
 */
@SuppressWarnings("ImmutableEnumChecker") // Makers are references to methods.
enum Fault {
    DIGIT_CHANGED(Damage::digitChanged),
    NUMBER_DROPPED(Damage::numberDropped),
    WEEKDAY_DROPPED(Damage::weekdayDropped),
    WEEKDAY_CHANGED(Damage::weekdayChanged),
    MONTH_CHANGED(Damage::monthChanged),
    QUOTATION_MARK_LOST(Damage::quotationMarkLost),
    BRACKET_LOST(Damage::bracketLost),
    ADDRESS_BROKEN(Damage::addressBroken),
    SENTENCE_REPEATED(Damage::sentenceRepeated),
    SENTENCE_DROPPED(Damage::sentenceDropped),
    SENTENCES_JOINED(Damage::sentencesJoined),
    CUT_OFF(Damage::cutOff),
    LOOPED(Damage::looped),
    LEFT_IN_SOURCE(Damage::leftInSource),
    PARTLY_IN_SOURCE(Damage::partlyInSource),
    WRONG_LANGUAGE(Damage::wrongLanguage),
    EMPTIED(Damage::emptied),
    NAME_SWAPPED(Damage::nameSwapped),
    NEGATION_REMOVED(Damage::negationRemoved);

    /** Damages the target of a pair; null when there is nothing of the kind in it. */
    interface Maker {
        @Nullable AlignedPair make(Damage damage, Random random);
    }

    private final Maker maker;

    Fault(Maker maker) {
        this.maker = maker;
    }

    /** Whether it takes no understanding of the text to see the fault. */
    boolean mechanical() {
        return this != NAME_SWAPPED && this != NEGATION_REMOVED;
    }

    @Nullable AlignedPair make(Damage damage, Random random) {
        return maker.make(damage, random);
    }
}
