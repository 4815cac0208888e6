package io.github.billnextcloud.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * With {@code ./mvnw test -Pthought} only tests of pure thought run: those whose own code, through
 * whatever helps them among the tests, starts no program, no server, no stand-in of panel or cloud.
 * A test need not say so, and cannot forget to.
 */
public final class ThoughtOnly implements ExecutionCondition {

  private static final Pattern OUTSIDE =
      Pattern.compile(
          "io\\.github\\.billnextcloud\\.(.+\\.)?(standin\\..*|Mgrctl)"
              + "|com\\.github\\.tomakehurst\\..*"
              + "|com\\.sun\\.net\\.httpserver\\..*"
              + "|java\\.lang\\.ProcessBuilder"
              + "|java\\.net\\.(Server)?Socket"
              + "|java\\.nio\\.channels\\.ServerSocketChannel");

  private static final ThoughtOnly ONE = new ThoughtOnly();

  private final JavaClasses tests =
      ArchConfiguration.withThreadLocalScope(
          scope -> {
            scope.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importUrl(folder());
          });
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  private static URL folder() {
    return ThoughtOnly.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getTestClass().map(Class::getName).filter(it -> !ONE.isThought(it)).isPresent()
        ? ConditionEvaluationResult.disabled("leads outside")
        : ConditionEvaluationResult.enabled("thought");
  }

  boolean isThought(String test) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(test));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (OUTSIDE.matcher(next).matches()) {
        return false;
      }
      if (seen.add(next) && tests.contain(next)) {
        open.addAll(known.computeIfAbsent(next, this::targets));
      }
    }
    return true;
  }

  private Set<String> targets(String name) {
    return tests.get(name).getDirectDependenciesFromSelf().stream()
        .map(it -> it.getTargetClass().getBaseComponentType().getName())
        .collect(Collectors.toSet());
  }
}
