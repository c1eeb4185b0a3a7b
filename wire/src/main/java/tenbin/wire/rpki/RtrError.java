package tenbin.wire.rpki;

import java.util.Optional;

/** What an Error Report says is wrong (RFC 8210 section 12; of version 2 its draft). */
public enum RtrError {
  CORRUPT_DATA,
  INTERNAL_ERROR,
  /** The one that ends nothing: ask again later. */
  NO_DATA_AVAILABLE,
  INVALID_REQUEST,
  UNSUPPORTED_VERSION,
  UNSUPPORTED_PDU_TYPE,
  WITHDRAWAL_OF_UNKNOWN,
  DUPLICATE_ANNOUNCEMENT,
  UNEXPECTED_VERSION,
  ASPA_PROVIDER_LIST;

  private static final RtrError[] ALL = values();

  /** Its number on the wire. */
  public int code() {
    return ordinal();
  }

  /** The error of a number; empty for one that nobody registered. */
  public static Optional<RtrError> of(int code) {
    return code >= 0 && code < ALL.length ? Optional.of(ALL[code]) : Optional.empty();
  }
}
