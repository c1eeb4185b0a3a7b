package tenbin.wire.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text of a mail's part.
 *
 * @param text decoded
 * @param repair what had to be done beside what was declared, "" when nothing
 */
record Decoded(String text, String repair) {
  static Decoded of(byte[] bytes, Optional<Charset> declared, String name) {
    if (declared.isPresent()) {
      Optional<String> text = strictly(bytes, declared.get());
      if (text.isPresent()) {
        return new Decoded(text.get(), "");
      }
    }
    String why = "not in the declared charset \"" + name + "\", taken as ";
    return strictly(bytes, StandardCharsets.UTF_8)
        .map(text -> new Decoded(text, why + "UTF-8"))
        .orElseGet(
            () -> new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), why + "ISO-8859-1"));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
