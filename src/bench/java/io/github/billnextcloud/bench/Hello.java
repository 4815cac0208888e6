package io.github.billnextcloud.bench;

/** The least that a JVM can do: what no program in Java starts faster than. */
final class Hello {

  static final String ANSWER = "Hello, world!";

  private Hello() {}

  public static void main(String[] args) {
    System.out.println(ANSWER);
  }
}
