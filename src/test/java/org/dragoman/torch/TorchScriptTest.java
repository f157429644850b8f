package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.IValue;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts are packed, loaded and called, and free what they took. */
class TorchScriptTest {

    private static final Map<String, Object> ATTRIBUTES =
            Map.of("count", -70_000L, "epsilon", 1e-6, "wide", true);

    private long openBefore;

    @BeforeEach
    void countHandles() {
        openBefore = NativeHandles.open();
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    @Test
    void attributesArriveAsTheyWereGiven() {
        try (TorchScript script = TorchScript.load("probe", ATTRIBUTES);
                NativeCall call = new NativeCall()) {
            script.run(call, "add", call.floats(new float[] {1}, 1), call.number(0.5));
            IValue[] answer = call.elements(script.run(call, "attributes"));
            assertThat(call.longs(answer[0])).containsExactly(-70_000, 1, 0);
            assertThat(call.floats(answer[1])).containsExactly(1e-6f, 0.5f);
        }
    }

    @Test
    void aWeightThatWasHandedOverIsUsedInLaterCalls() {
        try (TorchScript script = TorchScript.load("probe", ATTRIBUTES)) {
            try (NativeCall call = new NativeCall()) {
                IValue weight = call.floats(new float[] {1, 2, 3, 4}, 2, 2);
                script.run(call, "add", weight, call.number(1.0));
            }
            try (NativeCall call = new NativeCall()) {
                IValue answer = script.run(call, "times", call.floats(new float[] {1, 10}, 1, 2));
                assertThat(call.floats(answer)).containsExactly(31, 42);
            }
        }
    }

    @Test
    void oneValueHoldsStateAcrossCalls() {
        try (TorchScript script = TorchScript.load("probe", ATTRIBUTES)) {
            IValue state;
            try (NativeCall call = new NativeCall()) {
                state = call.keep(script.run(call, "start"));
            }
            for (int i = 1; i <= 3; i++) {
                try (NativeCall call = new NativeCall()) {
                    IValue answer =
                            script.run(call, "more", state, call.floats(new float[] {2}, 1));
                    assertThat(call.floats(answer)).containsExactly(2 * i);
                }
            }
            NativeCall.release(state);
        }
    }

    @Test
    void aFailureInsideIsModelUnavailableAndFreesTheCall() {
        try (TorchScript script = TorchScript.load("probe", ATTRIBUTES);
                NativeCall call = new NativeCall()) {
            IValue vector = call.floats(new float[] {1}, 1);
            assertThatThrownBy(() -> script.run(call, "times", vector))
                    .isInstanceOfSatisfying(
                            DragomanException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
        }
    }

    @Test
    void aScriptWithoutAValueForAnAttributeIsRefused() {
        assertThatThrownBy(() -> TorchScript.load("probe", Map.of())).hasMessageContaining("count");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        TorchScript script = TorchScript.load("probe", ATTRIBUTES);
        script.close();
        script.close();
    }
}
