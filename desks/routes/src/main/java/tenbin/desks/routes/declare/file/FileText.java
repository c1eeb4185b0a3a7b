package tenbin.desks.routes.declare.file;

/**
 * What stands in a file.
 *
 * @param name of the file, for people; empty where there is only one
 * @param text of it
 */
public record FileText(String name, String text) {}
