// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation
import Testing

@testable import StridedCommand

@Suite struct SessionTests {
  /// A session, and all that it has written; what was wrong stands behind "!".
  private final class Talk {
    var text = ""
    private(set) lazy var session = Session(
      output: { [unowned self] in text += $0 }, failure: { [unowned self] in text += "!" + $0 })

    init() { session.accept("import numpy as np") }

    /// What a line leads to.
    func say(_ line: String) -> String {
      text = ""
      session.accept(line)
      return text
    }
  }

  @Test func showsValuesAndKeepsState() {
    let talk = Talk()
    #expect(talk.say("a = np.arange(5)") == "")
    #expect(talk.say("a[1:3]") == "array([1, 2])\n")
    #expect(talk.say("print(a.sum())") == "10\n")
    #expect(talk.say("None") == "")
    #expect(talk.say("") == "")
    #expect(talk.say("  # nothing") == "")
    #expect(talk.say("'it'; a.shape") == "'it'\n(5,)\n")
  }

  @Test func aFailureLeavesTheStateAsItWas() {
    let talk = Talk()
    _ = talk.say("a = np.arange(3)")
    #expect(
      talk.say("a[1] = 9; a[7]") == """
        !  File "<input 3>", line 1, column 11
            a[1] = 9; a[7]
                      ^^^^
        IndexError: index 7 is out of bounds for axis 0 with size 3

        """)
    #expect(talk.say("a") == "array([0, 9, 2])\n")
    #expect(talk.say("x = = 1").contains("SyntaxError"))
    #expect(talk.say("x").contains("NameError"))
    #expect(talk.say("a.sum()") == "np.int64(11)\n")
  }

  @Test func blocksEndWithAnEmptyLine() {
    let talk = Talk()
    #expect(talk.session.prompt == ">>> ")
    #expect(talk.say("for i in range(2):") == "")
    #expect(talk.session.prompt == "... " && talk.session.indentation == 4)
    #expect(talk.say("    print(i)") == "")
    #expect(talk.say("") == "0\n1\n")
    #expect(talk.session.prompt == ">>> ")
    #expect(talk.say("x = [1,") == "")
    #expect(talk.say("2]") == "")
    #expect(talk.say("x") == "[1, 2]\n")
  }

  @Test func pastedLinesAreOneProgram() {
    let talk = Talk()
    #expect(talk.say("def f(x):\n    y = x\n\n    return y\n\nf(3)\nf(4)") == "3\n4\n")
    #expect(talk.say("for i in [1]:\n    i") == "")
    #expect(talk.say("") == "1\n")
  }

  @Test func anInterruptDropsTheStatement() {
    let talk = Talk()
    _ = talk.say("x = [")
    talk.session.interrupt()
    #expect(talk.session.prompt == ">>> ")
    #expect(talk.say("1") == "1\n")
    talk.session.interpreter.supervisor = { _ in false }
    #expect(talk.say("while True: pass\n").hasSuffix("KeyboardInterrupt\n"))
    talk.session.interpreter.supervisor = nil
    #expect(talk.say("2") == "2\n")
  }

  @Test(arguments: ["exit", "quit", "exit()", "quit()"])
  func leaves(_ line: String) {
    let talk = Talk()
    #expect(talk.say(line) == "" && talk.session.isOver)
  }

  @Test func theEndOfTheInputEndsABlock() {
    let talk = Talk()
    _ = talk.say("if True:\n    print('x')")
    talk.session.end()
    #expect(talk.text == "x\n" && talk.session.isOver)
  }

  @Test func helps() {
    let talk = Talk()
    #expect(talk.say("?np.flip").hasPrefix("numpy.flip(m, axis=None)\n"))
    #expect(talk.say("np.flip?") == talk.say("? np.flip"))
    #expect(talk.say("?np.flip(") == talk.say("?np.flip"))
    #expect(talk.say("?nothing").hasPrefix("!there is nothing named 'nothing'"))
    #expect(talk.say("?np.reshpe").contains("did you mean 'np.reshape'?"))
    #expect(talk.say("%help") == Session.help)
    #expect(talk.say("?") == Session.help)
    #expect(talk.say("%nothing").hasPrefix("!there is no command"))
    // In the middle of a statement, these are part of it.
    _ = talk.say("x = (5")
    #expect(talk.say("%help)").contains("NameError"))
  }

  @Test func completes() {
    let talk = Talk()
    _ = talk.say("album = np.arange(5)")
    #expect(talk.session.completions(of: "album.resh") == Completions(start: 6, words: ["reshape"]))
    #expect(talk.session.completions(of: "?np.fli").words == ["flip", "fliplr", "flipud"])
    #expect(talk.session.completions(of: "?np.fli").start == 4)
    #expect(talk.session.completions(of: "%m") == Completions(start: 0, words: ["%mem"]))
    _ = talk.say("x = np.zeros(")
    #expect(talk.session.completions(of: "3, dt") == Completions(start: 3, words: ["dtype="]))
  }
}
