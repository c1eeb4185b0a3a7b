package tenbin.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The records of a JSON report, one at a time: lines, an array, objects one after the other, or an
 * array inside an object that only wraps it. In lines a bad record loses only itself; elsewhere
 * nothing behind a syntax error can be trusted, so the report is refused from there.
 */
public final class JsonRecords {
  /** Numbers of the field are ports, counts and times: 1,000 digits are Jackson's own bound. */
  private static final int MOST_DIGITS = 1_000;

  private static final int MOST_NAME = 4_096;

  /** Above our own bound, so that ours answers first, and far below a thread's stack. */
  private static final int PARSER_DEPTH = 1_000;

  /** Takes one record. */
  public interface Taker {
    /**
     * A record.
     *
     * @param row 1 for the first
     */
    void record(long row, Json.Members members) throws IOException, Refused;
  }

  /**
   * How a format uses JSON.
   *
   * @param wrappers the members of an outermost object that hold the records in an array
   * @param leftOut the members whose texts are content that is not kept
   */
  public record Shape(Set<String> wrappers, Set<String> leftOut) {
    public static final Shape PLAIN = new Shape(Set.of(), Set.of());

    public Shape {
      wrappers = Set.copyOf(wrappers);
      leftOut = Set.copyOf(leftOut);
    }
  }

  private final Report report;
  private final Sink sink;
  private final Shape shape;
  private final Taker taker;
  private final JsonFactory factory;
  private long row;

  private JsonRecords(Report report, Sink sink, Shape shape, Taker taker) {
    this.report = report;
    this.sink = sink;
    this.shape = shape;
    this.taker = taker;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(PARSER_DEPTH)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNameLength(MOST_NAME)
                    .maxStringLength(report.limits().mostRowBytes())
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();
  }

  /** Reads all records of a report. */
  public static void read(Report report, Sink sink, Shape shape, Taker taker)
      throws IOException, Refused {
    JsonRecords records = new JsonRecords(report, sink, shape, taker);
    InputStream bytes = new BufferedInputStream(report.bytes(), JsonLines.LOOK);
    if (JsonLines.areLines(bytes)) {
      records.lines(bytes);
    } else {
      records.document(bytes);
    }
  }

  /** Reads the records of a report that is never one of lines, however it looks. */
  public static void readDocument(Report report, Sink sink, Shape shape, Taker taker)
      throws IOException, Refused {
    JsonRecords records = new JsonRecords(report, sink, shape, taker);
    records.document(new BufferedInputStream(report.bytes(), JsonLines.LOOK));
  }

  private void lines(InputStream bytes) throws IOException, Refused {
    JsonLines lines = new JsonLines(bytes, report.limits().mostRowBytes());
    while (lines.next()) {
      row++;
      if (lines.tooLong()) {
        warn(Fault.ROW_TOO_LONG, lines.offset(), "longer than " + report.limits().mostRowBytes());
        continue;
      }
      try (JsonParser parser = parser(lines)) {
        line(parser, lines.offset());
      } catch (JacksonException unreadable) {
        warn(Fault.ROW_UNREADABLE, lines.offset(), unreadable.getOriginalMessage());
      }
    }
  }

  /** A line that is not UTF-8 is taken as ISO-8859-1, in which everything can be read. */
  private JsonParser parser(JsonLines lines) throws IOException {
    if (lines.isUtf8()) {
      return factory.createParser(ObjectReadContext.empty(), lines.bytes(), 0, lines.length());
    }
    warn(Fault.CHARSET_REPAIRED, lines.offset(), "not UTF-8, taken as ISO-8859-1");
    return factory.createParser(
        ObjectReadContext.empty(), new String(lines.bytes(), 0, lines.length(), ISO_8859_1));
  }

  private void line(JsonParser parser, long offset) throws IOException, Refused {
    if (parser.nextToken() == null) {
      warn(Fault.ROW_UNREADABLE, offset, "no value on the line");
      return;
    }
    Json value;
    try {
      value = tree(parser).value(0);
    } catch (JsonTree.TooMuch tooMuch) {
      warn(Fault.ROW_UNREADABLE, offset, "nested deeper than " + report.limits().mostDepth());
      return;
    }
    if (parser.nextToken() != null) {
      warn(Fault.ROW_UNREADABLE, offset, "more than one value on the line");
    } else if (value instanceof Json.Members members) {
      taker.record(row, members);
    } else {
      warn(Fault.ROW_UNREADABLE, offset, "not an object");
    }
  }

  private void document(InputStream bytes) throws IOException, Refused {
    FailureKeeper stream = new FailureKeeper(bytes);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), stream)) {
      while (parser.nextToken() != null) {
        switch (parser.currentToken()) {
          case START_ARRAY -> array(parser, 1);
          case START_OBJECT -> outermost(parser);
          default -> {
            row++;
            warn(Fault.ROW_UNREADABLE, offset(parser), "not an object");
          }
        }
      }
    } catch (JacksonIOException broken) {
      if (stream.failure().isPresent()) {
        throw stream.failure().get();
      }
      throw refused(Fault.CHARSET_UNREADABLE, broken);
    } catch (StreamConstraintsException limit) {
      throw refused(
          limit.getOriginalMessage().contains("depth") ? Fault.TOO_DEEP : Fault.TOO_LARGE, limit);
    } catch (JacksonException syntax) {
      throw refused(whyEnded(syntax), syntax);
    } catch (JsonTree.TooMuch tooMuch) {
      Fault fault = tooMuch.deep() ? Fault.TOO_DEEP : Fault.TOO_LARGE;
      throw new Refused(fault, new Place("", row + 1, -1), "one record is " + tooMuch.getMessage());
    }
  }

  private static Fault whyEnded(JacksonException syntax) {
    String message = syntax.getOriginalMessage();
    if (message.contains("UTF-8") || message.contains("UTF-32")) {
      return Fault.CHARSET_UNREADABLE;
    }
    return message.contains("end-of-input") ? Fault.TRUNCATED : Fault.SYNTAX;
  }

  private void array(JsonParser parser, int depth) throws IOException, Refused, JsonTree.TooMuch {
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      long offset = offset(parser);
      Json value = tree(parser).value(depth);
      row++;
      if (value instanceof Json.Members members) {
        taker.record(row, members);
      } else {
        warn(Fault.ROW_UNREADABLE, offset, "not an object");
      }
    }
  }

  /** An object that is a record itself, or only wraps an array of records. */
  private void outermost(JsonParser parser) throws IOException, Refused, JsonTree.TooMuch {
    JsonTree tree = tree(parser);
    Map<String, Json> all = new LinkedHashMap<>();
    boolean wraps = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && shape.wrappers().contains(name)) {
        wraps = true;
        array(parser, 2);
      } else {
        all.put(name, tree.member(name, 1));
      }
    }
    if (!wraps) {
      row++;
      taker.record(row, new Json.Members(all));
    }
  }

  private JsonTree tree(JsonParser parser) {
    return new JsonTree(
        parser, shape.leftOut(), report.limits().mostDepth(), report.limits().mostRowBytes());
  }

  private static long offset(JsonParser parser) {
    return parser.currentTokenLocation().getByteOffset();
  }

  private void warn(Fault fault, long offset, String detail) throws IOException {
    sink.warning(new Warning(fault, new Place("", row, offset), detail));
  }

  private Refused refused(Fault fault, JacksonException why) {
    long offset = why.getLocation() == null ? -1 : why.getLocation().getByteOffset();
    return new Refused(fault, new Place("", row, offset), why.getOriginalMessage());
  }
}
