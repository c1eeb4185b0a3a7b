package tenbin.desks.routes.watch;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a track in the order in which they came. Who goes through it may take out the one
 * that it was just given.
 */
final class HitList implements Iterable<Hit> {
  private @Nullable Hit first;
  private @Nullable Hit last;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  @Nullable Hit first() {
    return first;
  }

  void add(Hit hit) {
    hit.before = last;
    if (last == null) {
      first = hit;
    } else {
      last.after = hit;
    }
    last = hit;
    size++;
  }

  void remove(Hit hit) {
    if (hit.before == null) {
      first = hit.after;
    } else {
      hit.before.after = hit.after;
    }
    if (hit.after == null) {
      last = hit.before;
    } else {
      hit.after.before = hit.before;
    }
    hit.before = null;
    hit.after = null;
    size--;
  }

  @Override
  public Iterator<Hit> iterator() {
    return new Iterator<>() {
      private @Nullable Hit next = first;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Hit next() {
        Hit given = next;
        if (given == null) {
          throw new NoSuchElementException();
        }
        next = given.after;
        return given;
      }
    };
  }
}
