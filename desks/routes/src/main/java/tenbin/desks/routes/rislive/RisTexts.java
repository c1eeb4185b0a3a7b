package tenbin.desks.routes.rislive;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tenbin.wire.rislive.RisDecoder;

/** Puts the parts of texts together, and hands on whatever else comes of a connection. */
final class RisTexts implements WebSocket.Listener {
  /** What comes of a connection. */
  interface Taker {
    /** It stands. */
    void opened(WebSocket connection);

    /** A whole text. */
    void text(String text);

    /** A text that is too long, or octets: neither is a message. */
    void unreadable();

    /** A ping or pong. */
    void sign();

    /** It ended. */
    void ended(String why);
  }

  private final Taker taker;
  private final StringBuilder parts = new StringBuilder();
  private boolean tooLong;

  RisTexts(Taker taker) {
    this.taker = taker;
  }

  @Override
  public void onOpen(WebSocket of) {
    taker.opened(of);
    of.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket of, CharSequence part, boolean last) {
    tooLong |= parts.length() + part.length() > RisDecoder.MOST_TEXT;
    if (tooLong) {
      parts.setLength(0);
    } else {
      parts.append(part);
    }
    if (last) {
      end();
    }
    of.request(1);
    return null;
  }

  private void end() {
    String text = parts.toString();
    boolean whole = !tooLong;
    parts.setLength(0);
    tooLong = false;
    if (whole) {
      taker.text(text);
    } else {
      taker.unreadable();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket of, ByteBuffer part, boolean last) {
    if (last) {
      taker.unreadable();
    }
    of.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket of, ByteBuffer message) {
    return sign(of);
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket of, ByteBuffer message) {
    return sign(of);
  }

  private @Nullable CompletionStage<?> sign(WebSocket of) {
    taker.sign();
    of.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket of, int code, String reason) {
    taker.ended("closed by the server: " + code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket of, Throwable error) {
    taker.ended("broken: " + error.getMessage());
  }
}
