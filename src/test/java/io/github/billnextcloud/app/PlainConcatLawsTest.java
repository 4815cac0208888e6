package io.github.billnextcloud.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatFactory;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What we put together is what the JDK puts together. */
class PlainConcatLawsTest {

  /** A piece of a recipe, and what it takes. */
  private record Piece(String recipe, Class<?> type, Object value) {}

  @Provide
  Arbitrary<List<Piece>> pieces() {
    Arbitrary<Piece> literal =
        Arbitraries.strings().excludeChars('\1', '\2').map(text -> new Piece(text, null, null));
    Arbitrary<Piece> text =
        Arbitraries.strings().injectNull(0.2).map(value -> new Piece("\1", String.class, value));
    Arbitrary<Piece> number =
        Arbitraries.integers().map(value -> new Piece("\1", int.class, value));
    Arbitrary<Piece> longNumber =
        Arbitraries.longs().map(value -> new Piece("\1", long.class, value));
    Arbitrary<Piece> letter = Arbitraries.chars().map(value -> new Piece("\1", char.class, value));
    Arbitrary<Piece> yesOrNo =
        Arbitraries.of(true, false).map(value -> new Piece("\1", boolean.class, value));
    Arbitrary<Piece> object =
        Arbitraries.integers()
            .list()
            .ofMaxSize(3)
            .map(value -> new Piece("\1", Object.class, value));
    Arbitrary<Piece> constant = Arbitraries.strings().map(value -> new Piece("\2", null, value));
    return Arbitraries.oneOf(literal, text, number, longNumber, letter, yesOrNo, object, constant)
        .list()
        .ofMaxSize(7);
  }

  @FunctionalInterface
  private interface Factory {
    CallSite make(
        MethodHandles.Lookup caller, String name, MethodType type, String recipe, Object... more)
        throws Exception;
  }

  @Property(tries = 300)
  void textWhenPutTogetherIsThatOfTheJdk(@ForAll("pieces") List<Piece> pieces) throws Throwable {
    assertThat(text(PlainConcat::makeConcatWithConstants, pieces))
        .isEqualTo(text(StringConcatFactory::makeConcatWithConstants, pieces));
  }

  private static Object text(Factory factory, List<Piece> pieces) throws Throwable {
    StringBuilder recipe = new StringBuilder();
    List<Class<?>> types = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    List<Object> constants = new ArrayList<>();
    for (Piece piece : pieces) {
      recipe.append(piece.recipe());
      if (piece.type() != null) {
        types.add(piece.type());
        arguments.add(piece.value());
      } else if (piece.recipe().equals("\2")) {
        constants.add(piece.value());
      }
    }
    MethodType type = MethodType.methodType(String.class, types);
    return factory
        .make(
            MethodHandles.lookup(),
            "makeConcatWithConstants",
            type,
            recipe.toString(),
            constants.toArray())
        .getTarget()
        .invokeWithArguments(arguments);
  }
}
