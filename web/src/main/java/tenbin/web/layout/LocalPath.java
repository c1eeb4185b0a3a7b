package tenbin.web.layout;

/** A way back that stays on this host. */
public final class LocalPath {
  private static final int MOST = 500;

  private LocalPath() {}

  /** The path when it is one of this host, else "/". */
  public static String orHome(String path) {
    boolean local =
        path.length() <= MOST
            && path.startsWith("/")
            && !path.startsWith("//")
            && path.indexOf('\\') < 0
            && path.chars().noneMatch(Character::isISOControl);
    return local ? path : "/";
  }
}
