// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import StridedCommand

@Suite struct MemoryTableTests {
  // The registry counts the arrays of the whole process, so the program has a process of its own.
  private func answers(_ lines: String) throws -> String {
    let outcome = try Program.run(["repl"], input: lines)
    #expect(outcome.status == 0 && outcome.error == "")
    return outcome.output
  }

  @Test func namesTheArraysOnEachStorage() throws {
    let text = try answers(
      """
      album = np.arange(6)
      window = album[1:4]; again = window
      table = np.zeros((2, 3), dtype='float32').T
      %mem
      """)
    #expect(
      text == """
        2 storages, 72 bytes
        48 bytes, owned:
          album          int64  (6,)  owner       strides (8,)  offset 0  48 bytes
          window, again  int64  (3,)  view [1:4]  strides (8,)  offset 8  24 bytes
        24 bytes, owned:
          table      float32  (3, 2)  view   strides (4, 12)  offset 0  24 bytes
          (no name)  float32  (2, 3)  owner  strides (12, 4)            24 bytes

        """)
  }

  @Test func aSmallViewKeepsALargeArrayAlive() throws {
    let text = try answers(
      "a = np.zeros(1000)\nb = a[:2]\ndel a\n%mem\nb = b.copy()\n%mem\ndel b\n%mem")
    #expect(
      text == """
        1 storage, 8000 bytes
        8000 bytes, owned:
          b          float64  (2,)     view [:2]  strides (8,)  offset 0  16 bytes
          (no name)  float64  (1000,)  owner      strides (8,)            8000 bytes
        1 storage, 16 bytes
        16 bytes, owned:
          b  float64  (2,)  owner  strides (8,)  offset 0  16 bytes
        no arrays are alive

        """)
  }

  @Test func whatThePromptHasShownIsNotKept() throws {
    #expect(
      try answers("np.arange(3)\n%mem\n1/1\n") == "array([0, 1, 2])\nno arrays are alive\n1.0\n")
  }

  @Test func basesAreTheSameObjectsWhileArraysAreCounted() throws {
    #expect(try answers("a = np.arange(3)\nb = a[1:]\nb.base is a\n") == "True\n")
  }
}
