package io.github.billnextcloud.standin.cloud;

import java.util.List;

/**
 * Who has come in, and the cookies that the answer sets.
 *
 * @param refusal the answer that ends the request here, or null
 */
record Entry(Caller caller, Answer refusal, List<String> cookies) {

  static Entry ofNobody() {
    return new Entry(Caller.NOBODY, null, List.of());
  }
}
