package org.dragoman.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.failure.DragomanException;

/**
 * The stack and the memo of a pickle being read. Nothing here follows a value into what it holds,
 * so neither depth nor a value that holds itself matters. One thread.
 */
final class PickleStack {

    private final TensorFile file;
    private final List<Pickled> values = new ArrayList<>();
    private final Map<Integer, Pickled> memo = new HashMap<>();

    PickleStack(TensorFile file) {
        this.file = file;
    }

    void push(Pickled value) {
        values.add(value);
    }

    /** Takes the value on top, which is not a mark. */
    Pickled pop() {
        Pickled top = top();
        values.remove(values.size() - 1);
        return top;
    }

    /** The value on top, which is not a mark. */
    Pickled top() {
        Pickled top = values.isEmpty() ? Pickled.Mark.MARK : values.get(values.size() - 1);
        if (top == Pickled.Mark.MARK) {
            throw damaged("asks for a value that is not there");
        }
        return top;
    }

    /** Takes the last mark out, and says how many values lie above where it was. */
    int sinceMark() {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (values.get(i) == Pickled.Mark.MARK) {
                values.remove(i);
                return values.size() - i;
            }
        }
        throw damaged("asks for a mark that is not there");
    }

    /** Makes a tuple of the values on top. */
    void tuple(int count) {
        push(new Pickled.Tuple(take(count)));
    }

    /** Puts keys and values, in turns, from the top into the table beneath them. */
    void setItems(int count) {
        List<Pickled> items = take(count);
        if (count % 2 != 0 || !(top() instanceof Pickled.Table table)) {
            throw damaged("sets an entry of what is no table");
        }
        for (int i = 0; i < count; i += 2) {
            if (!(items.get(i) instanceof Pickled.Text key)) {
                throw damaged("has a key that is no string");
            }
            table.entries().put(key.value(), items.get(i + 1));
        }
    }

    void remember() {
        remember(memo.size());
    }

    void remember(int place) {
        memo.put(place, top());
    }

    void recall(int place) {
        Pickled value = memo.get(place);
        if (value == null) {
            throw damaged("recalls what it never remembered");
        }
        push(value);
    }

    /** What to throw when the pickle cannot be read. */
    DragomanException damaged(String problem) {
        return file.damaged("its pickle " + problem);
    }

    private List<Pickled> take(int count) {
        int from = values.size() - count;
        if (from < 0) {
            throw damaged("asks for a value that is not there");
        }
        List<Pickled> top = values.subList(from, values.size());
        List<Pickled> taken = List.copyOf(top);
        top.clear();
        return taken;
    }
}
