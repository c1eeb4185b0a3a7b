package tenbin.web.factor;

import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code (ISO/IEC 18004), as the path of an SVG. */
public final class QrPicture {
  /** ISO/IEC 18004 section 6.3.8 asks for four modules of quiet around it. */
  private static final int QUIET = 4;

  private final QrCode code;

  public QrPicture(String text) {
    this.code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
  }

  /** The width and height of its picture, in modules. */
  public int size() {
    return code.size + 2 * QUIET;
  }

  /** Every dark module as a square of side one. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
