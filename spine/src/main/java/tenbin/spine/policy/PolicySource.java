package tenbin.spine.policy;

/**
 * A policy file's text.
 *
 * @param name of the file, for faults
 * @param text YAML
 */
public record PolicySource(String name, String text) {}
