package tenbin.wire;

/**
 * A format that is read or at least known by sight.
 *
 * @param name as the field calls it, stable: "shadowserver-csv", "xarf-v4"
 */
public record Format(String name) {
  @Override
  public String toString() {
    return name;
  }
}
