// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import StridedNotation

@Suite struct AskingTests {
  private func interpreter(_ program: String = "") throws -> Interpreter {
    let interpreter = Interpreter { _ in }
    try interpreter.run("import numpy as np\n" + program)
    return interpreter
  }

  // MARK: Unfinished statements

  @Test(arguments: [
    "x = [1,", "f(", "{'a': 1", "if x:", "for i in a:\n    b", "def f():\n    return 1", "@d",
    "x = 1 + \\", "s = '''a", "try:\n    x\nexcept ValueError:\n    y", "while 1: pass",
    "with np.errstate():", "x = (1,\n# comment", "if x:\n    f(1,\n", "a = 1\nif a:\n    2",
  ])
  func isUnfinished(_ text: String) { #expect(Source.isUnfinished(text)) }

  @Test(arguments: [
    "", "x = 1", "x = [1,\n2]", "if x:\n    y\n", "def f():\n    return 1\n  ", "s = '''a\nb'''",
    "x = 'open", "x = )", "f(]", "x = (1, 'open", "a = 1 # if:", "x = {'a': 1}",
    "for i in a:\n    b\n\nc", "x = 1 + \\\n2", "print(1) \\x", "s = \"it's\"",
  ])
  func isFinished(_ text: String) { #expect(!Source.isUnfinished(text)) }

  @Test func indentsAsTheLastLine() {
    #expect(Source.indentation(after: "for i in a:") == 4)
    #expect(Source.indentation(after: "for i in a:\n    if i:  ") == 8)
    #expect(Source.indentation(after: "for i in a:\n    print(i)") == 4)
    #expect(Source.indentation(after: "def f():\n    if x:\n        return 1") == 4)
    #expect(Source.indentation(after: "x = [1,") == 0)
  }

  // MARK: Completions

  @Test func completesNames() throws {
    let interpreter = try interpreter("album = np.arange(3)\nalbatross = 1")
    #expect(
      interpreter.completions(of: "x + alb") == .init(start: 4, words: ["albatross", "album"]))
    #expect(interpreter.completions(of: "whi").words == ["while"])
    #expect(interpreter.completions(of: "enum").words == ["enumerate"])
    #expect(interpreter.completions(of: "").words.isEmpty)
  }

  @Test func completesMembers() throws {
    let interpreter = try interpreter("a = np.arange(6)\ns = 'x'\nd = {}\nl = [a]\nt = np.int64")
    #expect(interpreter.completions(of: "a.resh") == .init(start: 2, words: ["reshape"]))
    #expect(interpreter.completions(of: "b = a.T.stri").words == ["strides"])
    #expect(interpreter.completions(of: "np.broadcast_t").words == ["broadcast_to"])
    #expect(interpreter.completions(of: "np.lib.stride_tricks.as").words == ["as_strided"])
    #expect(interpreter.completions(of: "s.star").words == ["startswith"])
    #expect(interpreter.completions(of: "'x'.star").words == ["startswith"])
    #expect(interpreter.completions(of: "d.ke").words == ["keys"])
    #expect(interpreter.completions(of: "l.appe").words == ["append"])
    #expect(interpreter.completions(of: "a.dtype.item").words == ["itemsize"])
    // What a call gives is not known, and most calls give arrays.
    #expect(interpreter.completions(of: "f(a).resh").words == ["reshape"])
    #expect(interpreter.completions(of: "a[1:].resh").words == ["reshape"])
    #expect(interpreter.completions(of: "unknown.resh").words.isEmpty)
    #expect(interpreter.completions(of: "a.__").words == ["__array_interface__", "__len__"])
    #expect(interpreter.completions(of: "a.").words.contains("flags"))
    #expect(!interpreter.completions(of: "a.").words.contains("__len__"))
  }

  @Test func completesArgumentsAndImports() throws {
    let interpreter = try interpreter("def f(first, second=2): pass\na = np.zeros((2, 3))")
    #expect(interpreter.completions(of: "np.full((2, 3), 1, dt").words == ["dtype="])
    #expect(interpreter.completions(of: "f(fi").words.contains("first="))
    #expect(interpreter.completions(of: "f(").words == ["first=", "second="])
    #expect(interpreter.completions(of: "a.sum(ax").words == ["axis="])
    #expect(!interpreter.completions(of: "a.sum(").words.contains("a="))
    #expect(interpreter.completions(of: "np.zeros[dty").words.isEmpty)
    #expect(interpreter.completions(of: "from numpy import lins").words == ["linspace"])
    #expect(interpreter.completions(of: "import nump").words.contains("numpy.lib"))
  }

  @Test(arguments: ["'np.ze", "# np.ze", "x = 1.5", "12", "f\"{np.ze", "'''np.ze", "'a' # np.ze"])
  func completesNothing(in text: String) throws {
    #expect(try interpreter().completions(of: text).words.isEmpty)
  }

  @Test func completingCallsNothingAndTellsNobody() throws {
    final class Counter: Observer {
      var count = 0
      override func viewed(_ view: ArrayObject, of source: ArrayObject, by operation: String) {
        count += 1
      }
    }
    let interpreter = try interpreter("a = np.arange(6)")
    let counter = Counter()
    interpreter.machine.observer = counter
    _ = interpreter.completions(of: "a.T.")
    _ = interpreter.help(on: "a.T")
    #expect(counter.count == 0)
    #expect(interpreter.machine.observer === counter)
  }

  // MARK: Help

  @Test func helpsWithFunctionsMethodsAndAttributes() throws {
    let interpreter = try interpreter(
      "album = np.arange(5)\nwindow = album[1:4]\ndef f(x, y=2, *z): pass")
    func help(_ name: String) -> String { interpreter.help(on: name) ?? "" }
    #expect(help("np.flip").hasPrefix("numpy.flip(m, axis=None)\n"))
    #expect(help("np.flip").contains("A view."))
    #expect(help("flip") == help("np.flip"))
    #expect(help("np.abs").contains("The magnitude of each element. Copies."))
    #expect(help("album.copy").hasPrefix("ndarray.copy(a, order='C')\n"))
    #expect(help("np.ndarray.reshape") == help("album.reshape"))
    #expect(help("flatten") == help("album.flatten"))
    #expect(help("album.T").contains("The axes in reverse order. A view."))
    #expect(help("window.strides").contains("Here: (8,)"))
    #expect(help("np.ndarray.flags").hasPrefix("ndarray.flags"))
    #expect(help("f").hasPrefix("f(x, y=…, *z)\n"))
    #expect(help("np.float32").contains("4 bytes"))
    #expect(help("np.lib.stride_tricks").contains("as_strided"))
    #expect(help("np.add.reduce").contains("Joins the elements along an axis"))
    #expect(help("''.join").isEmpty)
    #expect(
      help("window") == """
        window, an array of shape (3,) and type int64
          strides (8,), offset 8, 24 bytes
          a view of album[1:4], whose memory has 40 bytes
          C- and F-contiguous, writable
        """)
    #expect(help("album").contains("owns its memory of 40 bytes"))
    #expect(interpreter.help(on: "nothing") == nil)
    #expect(interpreter.help(on: "album.nothing") == nil)
    #expect(interpreter.help(on: "") == nil)
    #expect(interpreter.nearestName(to: "reshpe") == "np.reshape")
    #expect(interpreter.nearestName(to: "albun") == "album")
  }

  /// A function without a text in `HelpTexts` gives the user no more than its signature.
  @Test func everyNameHasAText() throws {
    let registry = try interpreter().machine.registry
    var missing: [String] = []
    for (prefix, module) in [("np.", registry.numpy), ("", registry.builtins)] {
      for case (let name, .builtin(let builtin)) in module.members
      where HelpTexts.functions[builtin.entry.name] == nil { missing.append(prefix + name) }
    }
    for name in (registry.methods[.array] ?? [:]).keys
    where HelpTexts.methods[name] == nil && HelpTexts.functions[name] == nil {
      missing.append("ndarray.\(name)")
    }
    for name in (registry.methods[.ufunc] ?? [:]).keys
    where HelpTexts.operationMethods[name] == nil { missing.append("ufunc.\(name)") }
    for name in ArrayAttributes.names where HelpTexts.attributes[name] == nil {
      missing.append("ndarray.\(name)")
    }
    #expect(missing.sorted() == [])
  }

  // MARK: Values and supervision

  @Test func showsValuesAsPythonsPromptDoes() throws {
    var text = ""
    let interpreter = Interpreter { text += $0 }
    interpreter.showsValues = true
    try interpreter.run(
      "import numpy as np\nnp.arange(3)\nNone\n'a'\nfor i in range(2):\n    i\ndef f():\n    5\nf()\n1; 2"
    )
    #expect(text == "array([0, 1, 2])\n'a'\n0\n1\n1\n2\n")
  }

  @Test func aSupervisorEndsProgramsThatCatchEverything() throws {
    var asked: [Int] = []
    let interpreter = Interpreter { _ in }
    interpreter.supervisor = { steps in
      asked.append(steps)
      return steps < 20_000
    }
    let program = "while True:\n    try:\n        pass\n    except BaseException:\n        pass"
    do throws(NotationError) {
      try interpreter.run(program)
      Issue.record("it went on")
    } catch {
      #expect(error.type == .keyboardInterrupt)
      #expect(error.places.last?.line ?? 0 > 0)
    }
    #expect(asked == asked.sorted() && asked.count >= 4)
    interpreter.supervisor = nil
    try interpreter.run("x = 1")
  }

  @Test func stepsAreCountedToTheLastOne() throws {
    for steps in [0, 1, 10, 4096, 4097, 8200] {
      let interpreter = Interpreter(limits: Limits(steps: steps)) { _ in }
      // Each statement is one step.
      let program = String(repeating: "x = 1\n", count: steps)
      try interpreter.run(program)
      do throws(NotationError) {
        try interpreter.run(program + "x = 1")
        Issue.record("\(steps) steps were not the limit")
      } catch { #expect(error.type == .limitError) }
    }
  }
}
