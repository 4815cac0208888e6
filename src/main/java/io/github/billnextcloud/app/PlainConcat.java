package io.github.billnextcloud.app;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Puts strings together in the place of {@link java.lang.invoke.StringConcatFactory}, which makes
 * classes for it at run time; no archive of Java 17 can hold those. The build leads what libraries
 * in the jar ask of that one to this one (see the relocation in pom.xml); our own code asks
 * neither.
 */
public final class PlainConcat {

  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';

  private final String recipe;
  private final Object[] constants;

  private PlainConcat(String recipe, Object... constants) {
    this.recipe = recipe;
    this.constants = constants;
  }

  /** As the JDK's method of this name. */
  public static CallSite makeConcatWithConstants(
      MethodHandles.Lookup caller, String name, MethodType type, String recipe, Object... constants)
      throws ReflectiveOperationException {
    MethodHandle join = join(type.parameterCount());
    return new ConstantCallSite(join.bindTo(new PlainConcat(recipe, constants)).asType(type));
  }

  /** The usual numbers have methods of their own: to collect arguments takes a class again. */
  private static MethodHandle join(int arguments) throws ReflectiveOperationException {
    MethodHandles.Lookup own = MethodHandles.lookup();
    if (arguments == 1 || arguments == 2) {
      MethodType some = MethodType.genericMethodType(arguments).changeReturnType(String.class);
      return own.findVirtual(PlainConcat.class, "join", some);
    }
    MethodType any = MethodType.methodType(String.class, Object[].class);
    return own.findVirtual(PlainConcat.class, "joinAll", any)
        .asCollector(Object[].class, arguments);
  }

  String join(Object only) {
    return joinAll(only);
  }

  String join(Object first, Object second) {
    return joinAll(first, second);
  }

  String joinAll(Object... arguments) {
    StringBuilder text = new StringBuilder();
    int argument = 0;
    int constant = 0;
    for (int at = 0; at < recipe.length(); at++) {
      char next = recipe.charAt(at);
      switch (next) {
        case ARGUMENT -> text.append(arguments[argument++]);
        case CONSTANT -> text.append(constants[constant++]);
        default -> text.append(next);
      }
    }
    return text.toString();
  }
}
