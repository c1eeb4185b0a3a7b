package tenbin.wire.bgp;

import static tenbin.wire.bgp.Treatment.AFI_SAFI_DISABLE;
import static tenbin.wire.bgp.Treatment.ATTRIBUTE_DISCARD;
import static tenbin.wire.bgp.Treatment.SESSION_RESET;
import static tenbin.wire.bgp.Treatment.TREAT_AS_WITHDRAW;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads one block of path attributes, attribute by attribute, and says what each fault costs. */
final class CheckedAttributes {
  private static final int EXTENDED = 0x10;
  private static final int OPTIONAL = 0x80;
  private static final int LEAST = 3; // RFC 7606 section 4

  private final SessionForm form;
  private final List<Fault> faults;
  private final AttributeReader reader;
  private final BitSet seen = new BitSet();

  CheckedAttributes(SessionForm form, List<Fault> faults) {
    this.form = form;
    this.faults = faults;
    this.reader = new AttributeReader(form.width(), form::ids);
  }

  /** All that are left; a block that does not end where it says ends there all the same. */
  Attributes all(Octets in, boolean plain) {
    int start = in.at();
    try {
      while (in.hasMore()) {
        next(in);
      }
    } catch (Malformed broken) {
      fault(broken.at(), 0, TREAT_AS_WITHDRAW, 1, broken.what());
    }
    Attributes read = reader.end();
    if (plain || !read.reach().isEmpty()) {
      mandatory(start, plain);
    }
    return read;
  }

  private void next(Octets in) throws Malformed {
    int at = in.at();
    if (in.left() < LEAST) {
      throw new Malformed(at, in.left() + " octets that are no attribute");
    }
    int flags = in.u8();
    int type = in.u8();
    int length = (flags & EXTENDED) == 0 ? in.u8() : in.u16();
    Octets value = in.take(length);
    if (seen.get(type)) {
      again(at, type);
      return;
    }
    seen.set(type);
    Optional<AttributeType> known = AttributeType.of(type);
    if (known.isPresent()) {
      registered(at, known.get(), flags, value);
    } else if ((flags & OPTIONAL) == 0) {
      fault(at, type, SESSION_RESET, 2, "well-known, and we do not know it");
    } else {
      value(type, flags, value);
    }
  }

  /** Section 3 (g). */
  private void again(int at, int type) {
    boolean multi = type == 14 || type == 15;
    fault(at, type, multi ? SESSION_RESET : ATTRIBUTE_DISCARD, 1, "comes twice");
  }

  private void registered(int at, AttributeType type, int flags, Octets value) throws Malformed {
    if (!type.hasFlags(flags)) {
      String why = "flags " + Integer.toHexString(flags);
      fault(at, type.number(), TREAT_AS_WITHDRAW, 4, why);
    }
    if (isOfNoMatter(type)) {
      fault(at, type.number(), ATTRIBUTE_DISCARD, 1, "says nothing in this session");
    } else if (!type.fits(value.left())) {
      fault(at, type.number(), type.treatment(), 5, "of " + value.left() + " octets");
    } else {
      Optional<String> wrong = ValueCheck.of(type, value.copy(), form.width());
      if (wrong.isPresent()) {
        fault(at, type.number(), type.treatment(), subcode(type), wrong.get());
      } else {
        value(type.number(), flags, value);
      }
    }
  }

  private static int subcode(AttributeType type) {
    return switch (type) {
      case ORIGIN -> 6;
      case AS_PATH -> 11;
      default -> 9;
    };
  }

  private boolean isOfNoMatter(AttributeType type) {
    boolean foreign = form.side() == Side.EXTERNAL && type.isInternal();
    return foreign || form.width() == AsWidth.FOUR && type.isAround();
  }

  private void value(int type, int flags, Octets value) {
    Optional<AfiSafi> family = type == 14 || type == 15 ? family(value) : Optional.empty();
    try {
      reader.one(flags, type, value, MultiForm.WHOLE);
    } catch (Malformed broken) {
      Treatment treatment =
          family.isPresent()
              ? AFI_SAFI_DISABLE
              : AttributeType.of(type).map(AttributeType::treatment).orElse(ATTRIBUTE_DISCARD);
      faults.add(new Fault(broken.at(), type, treatment, 9, broken.what(), family));
    }
  }

  private static Optional<AfiSafi> family(Octets value) {
    try {
      Octets copy = value.copy();
      return Optional.of(new AfiSafi(copy.u16(), copy.u8()));
    } catch (Malformed tooShort) {
      return Optional.empty();
    }
  }

  /** Section 3 (d): what routes cannot do without. */
  private void mandatory(int at, boolean plain) {
    missing(at, AttributeType.ORIGIN);
    missing(at, AttributeType.AS_PATH);
    if (plain) {
      missing(at, AttributeType.NEXT_HOP);
    }
  }

  private void missing(int at, AttributeType type) {
    if (!seen.get(type.number())) {
      fault(at, type.number(), TREAT_AS_WITHDRAW, 3, "is missing");
    }
  }

  private void fault(int at, int type, Treatment treatment, int subcode, String why) {
    faults.add(Fault.of(at, type, treatment, subcode, why));
  }
}
