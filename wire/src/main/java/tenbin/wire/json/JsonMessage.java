package tenbin.wire.json;

import java.util.Set;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads messages that are one JSON object each, millions of them. Not for several threads. */
public final class JsonMessage {
  private static final int MOST_DEPTH = 16;

  private final int mostBytes;
  private final JsonFactory factory;

  /** Messages of so many octets at most, counted as their values in memory too. */
  public JsonMessage(int mostBytes) {
    this.mostBytes = mostBytes;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH + 2)
                    .maxStringLength(mostBytes)
                    .maxNumberLength(100)
                    .build())
            .build();
  }

  /** The object that a text is. */
  public Json.Members read(String text) throws Refused {
    if (text.length() > mostBytes) {
      throw refused(Fault.TOO_LARGE, "longer than " + mostBytes);
    }
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw refused(Fault.EMPTY, "no value");
      }
      Json value = new JsonTree(parser, Set.of(), MOST_DEPTH, 4L * mostBytes).value(0);
      if (parser.nextToken() == null && value instanceof Json.Members members) {
        return members;
      }
      throw refused(Fault.SYNTAX, "not one object");
    } catch (JacksonException unreadable) {
      throw refused(Fault.SYNTAX, unreadable.getOriginalMessage());
    } catch (JsonTree.TooMuch tooMuch) {
      throw refused(tooMuch.deep() ? Fault.TOO_DEEP : Fault.TOO_LARGE, "" + tooMuch.getMessage());
    }
  }

  private static Refused refused(Fault fault, String what) {
    return new Refused(fault, Place.WHOLE, what);
  }
}
