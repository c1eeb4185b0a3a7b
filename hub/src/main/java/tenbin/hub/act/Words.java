package tenbin.hub.act;

/** What the acts say to people: one line each, English. */
final class Words {
  private Words() {}

  /** Why something failed, in the failure's own words where it has any. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : message + " (" + kind + ")";
  }
}
