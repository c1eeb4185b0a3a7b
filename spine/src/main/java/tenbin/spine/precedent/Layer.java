package tenbin.spine.precedent;

import java.nio.file.Path;
import tenbin.spine.yaml.Leaf;

/**
 * What one place of a case file gives and asks: later layers are laid over earlier ones.
 *
 * @param given policy sections and the item
 * @param ask the question
 * @param folder of the file, for the files that it names
 */
record Layer(Leaf given, Leaf ask, Path folder) {}
