package tenbin.hub.act;

import tenbin.spine.checkup.TableState;

/** What the acts say to people: one line each, English. */
final class Words {
  private Words() {}

  /** What became of a table: "a.pfx2as: read, 0 lines damaged". */
  static String of(TableState file) {
    return file.isUsed()
        ? file.name() + ": read, " + file.damaged() + " lines damaged"
        : file.name() + ": left out, " + file.refused();
  }

  /** Why something failed, in the failure's own words where it has any. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : message + " (" + kind + ")";
  }
}
