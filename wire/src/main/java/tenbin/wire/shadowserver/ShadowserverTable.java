package tenbin.wire.shadowserver;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.nouns.consent.Category;
import tenbin.wire.Refused;

/**
 * What is known of Shadowserver's reports: types, layouts, and the category of each column.
 * Immutable.
 */
public final class ShadowserverTable {
  private static final ShadowserverTable STANDARD = TableText.load();

  private final Map<String, ReportType> types;
  private final Map<String, Layout> layouts;
  private final Map<String, Category> columns;

  ShadowserverTable(
      Map<String, ReportType> types, Map<String, Layout> layouts, Map<String, Category> columns) {
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    this.layouts = Map.copyOf(layouts);
    this.columns = Map.copyOf(columns);
  }

  /** The table that ships with this version. */
  public static ShadowserverTable standard() {
    return STANDARD;
  }

  /**
   * This table overlaid by a newer published schema: type names with their class and fields. New
   * types get the layout that their fields show; new columns are of unknown category, because no
   * schema says what a column could betray.
   *
   * @throws Refused with the place when the text is no such schema
   */
  public ShadowserverTable with(String schemaJson) throws Refused {
    Map<String, ReportType> merged = new HashMap<>(types);
    for (ReportType each : PublishedSchema.read(schemaJson, this)) {
      merged.put(each.name(), each);
    }
    return new ShadowserverTable(new TreeMap<>(merged), layouts, columns);
  }

  public Collection<ReportType> types() {
    return types.values();
  }

  public Optional<ReportType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** The category of a column by itself, {@link Category#UNKNOWN} where it is not known. */
  public Category category(String column) {
    return columns.getOrDefault(column, Category.UNKNOWN);
  }

  /** The category of a column in a layout: what would show the sensor is provenance. */
  public Category category(String column, Layout layout) {
    return layout.isProvenance(column) ? Category.C8 : category(column);
  }

  public boolean knows(String column) {
    return columns.containsKey(column);
  }

  Layout layout(String name) {
    Layout layout = layouts.get(name);
    if (layout == null) {
      throw new IllegalArgumentException("no such layout: " + name);
    }
    return layout;
  }

  /**
   * The layout that some columns show. Where two sides are told, the destination counts as the
   * sensor: shown too little is mended, shown too much is not.
   */
  Layout layoutFor(Collection<String> names) {
    boolean twoSides = names.contains("src_ip") || names.contains("dst_ip");
    if (twoSides) {
      return layout(names.contains("ip") || !names.contains("src_ip") ? "drone" : "sensor");
    }
    return layout(names.contains("url") && !names.contains("banner") ? "web" : "service");
  }
}
