import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;

/** Checks every Markdown file of a folder as plain English; org.languagetool:language-en is on the class path. */
class LanguageTool {
    public static void main(String[] args) throws Exception {
        JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-US"));
        int found = 0;
        for (Path path : files(Path.of(args[0]))) {
            found += tool.check(Files.readString(path)).size();
        }
        System.out.println(found);
    }

    private static List<Path> files(Path top) throws Exception {
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(path -> path.toString().endsWith(".md")).sorted().collect(Collectors.toList());
        }
    }
}
