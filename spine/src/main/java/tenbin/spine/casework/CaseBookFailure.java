package tenbin.spine.casework;

/** The case book's storage failed; the same may succeed when tried again. */
public final class CaseBookFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CaseBookFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
