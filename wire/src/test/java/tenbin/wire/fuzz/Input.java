package tenbin.wire.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What is given to a parser.
 *
 * @param name that its file would have
 * @param text its bytes, a character below 256 each
 */
public record Input(String name, String text) {
  public static Input of(String name, byte[] bytes) {
    return new Input(name, new String(bytes, ISO_8859_1));
  }

  public byte[] bytes() {
    return text.getBytes(ISO_8859_1);
  }
}
