package pacta;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes of Neo4j's jars and our classes a class path of which a JVM can archive every class.
 *
 * <p>A JVM archives no class out of a folder and none out of a signed jar, nor what extends one of those. So our classes go
 * into a jar, and signed jars are copied without their signatures; Maven has checked them when it resolved them.
 *
 * <p>Arguments: the folder of the build, which holds {@code classes} and {@code classpath.txt}; {@code start.txt} is written there.
 */
public final class ClassPath {
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        Path made = Files.createDirectories(target.resolve("jars"));
        List<String> jars = new ArrayList<>();
        jars.add(packClasses(target.resolve("classes"), made.resolve("pacta.jar")).toString());
        for (String jar : Files.readString(target.resolve("classpath.txt")).trim().split(File.pathSeparator)) {
            jars.add(withoutSignature(Path.of(jar), made).toString());
        }
        Files.writeString(target.resolve("start.txt"), String.join(File.pathSeparator, jars) + "\n");
    }

    private static Path packClasses(Path folder, Path jar) throws IOException {
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
            }
        }
        return jar;
    }

    private static Path withoutSignature(Path jar, Path folder) throws IOException {
        try (ZipFile signed = new ZipFile(jar.toFile())) {
            if (signed.stream().noneMatch(ClassPath::isSignature)) {
                return jar;
            }
            Path copy = folder.resolve(jar.getFileName());
            try (OutputStream file = Files.newOutputStream(copy);
                    ZipOutputStream unsigned = new ZipOutputStream(file)) {
                for (ZipEntry entry : signed.stream().filter(entry -> !isSignature(entry)).toList()) {
                    unsigned.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream content = signed.getInputStream(entry)) {
                        content.transferTo(unsigned);
                    }
                }
            }
            return copy;
        }
    }

    private static boolean isSignature(ZipEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private ClassPath() {}
}
