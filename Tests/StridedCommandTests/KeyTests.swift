// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import StridedCommand

@Suite struct KeyTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return text.utf8.compactMap { decoder.take($0) }
  }

  @Test func readsKeys() {
    #expect(keys("a\u{1}\t\r\u{7F}") == [.character("a"), .control("a"), .tab, .enter, .backspace])
    #expect(keys("é漢😀") == [.character("é"), .character("漢"), .character("😀")])
    #expect(keys("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[D") == [.up, .down, .right, .left])
    #expect(keys("\u{1B}[H\u{1B}[4~\u{1B}[3~x") == [.home, .end, .delete, .character("x")])
    #expect(keys("\u{1B}b\u{1B}[1;5C\u{1B}d") == [.wordLeft, .wordRight, .deleteWordRight])
  }

  @Test func passesOverWhatItDoesNotKnow() {
    #expect(
      keys("\u{1B}[24~a\u{1B}[?1;2cb\u{1B}xc") == [
        .character("a"), .character("b"), .character("c"),
      ])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 40)).count < 40)
  }

  @Test func readsWhatIsPasted() {
    #expect(keys("\u{1B}[200~a\r\nb\tc\u{1B}[201~d") == [.paste("a\nb\tc"), .character("d")])
    #expect(keys("\u{1B}[200~\u{1B}[A\u{1B}[201~") == [.paste("\u{1B}[A")])
  }

  @Test func bytesThatAreNoTextDoNoHarm() {
    var decoder = KeyDecoder()
    for seed in 0..<2000 { _ = decoder.take(UInt8(truncatingIfNeeded: seed &* 7919 >> 3)) }
    var fresh = KeyDecoder()
    #expect([0xFF, 0x80, 0xC3, 0xA9].compactMap { fresh.take($0) } == [.character("é")])
  }
}
