// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedNotation
import Testing

private final class Shelf: ArrayLoader {
  var arrays: [String: AnyNDArray] = [:]

  func load(_ name: String) throws(ArrayError) -> AnyNDArray {
    guard let array = arrays[name] else { throw ArrayError(.system, "there is no '\(name)'") }
    return array
  }

  func save(_ array: AnyNDArray, as name: String) throws(ArrayError) { arrays[name] = array }
}

@Suite struct SandboxTests {
  @Test func filesNeedALoader() {
    #expect(outcome("np.load('x.npy')").error?.type == .osError)
    #expect(outcome("open('x')").error?.type == .nameError)
    #expect(outcome("import os").error?.type == .moduleNotFoundError)
  }

  @Test func theLoaderIsAsked() throws {
    let shelf = Shelf()
    var text = ""
    let interpreter = Interpreter(loader: shelf) { text += $0 }
    try interpreter.run(
      "import numpy as np\nnp.save('x', np.arange(3))\nprint(np.load('x') * 2)")
    #expect(text == "[0 2 4]\n")
    #expect(shelf.arrays.keys.sorted() == ["x"])
  }

  @Test(arguments: [
    "x = []\nfor i in range(100000): x = [x]\ndel x",
    "f = lambda: 0\nfor i in range(50000): f = (lambda g: lambda: g)(f)\ndel f",
    "l = []\nl.append(l)\nprint(l)\nl == l",
    "it = iter([])\nfor i in range(50000): it = zip(it)\nlist(it)",
    "np.zeros((2**40, 2**40))", "np.empty((0, 2**62))", "np.arange(-1e300, 1e300)",
    "np.arange(10**18)",
    "np.lib.stride_tricks.as_strided(np.arange(3), (9, 9), (8, 8))",
    "np.broadcast_to(1, (2**30, 2**30)).copy()", "np.array(1e300).astype(np.int8)",
    "np.int64(-2**63) // np.int64(-1)", "np.array([-2**63]) % -1", "abs(np.int8(-128))",
    "-(-2**63)",
    "np.array(float('nan')).astype(int)", "np.array([-1e19], dtype=int)", "f'{1:99999999999}'",
    "'%999999999d' % 1", "round(1e300, -400)", "round(5, -10**18)", "[0] * 2**62", "'a' * 2**62",
    "range(-2**63, 2**63 - 1)[::2**62]", "list(range(2**62))", "np.tile(np.arange(9), 2**61)",
    "np.repeat(np.arange(9), 2**61)", "np.pad(np.arange(3), 2**62)",
    "np.roll(np.arange(3), -2**63)",
    "np.eye(3, k=-2**63)", "np.diag([1], k=2**63 - 1)", "np.zeros((1,) * 65)",
    "np.zeros(3).reshape((1,) * 80)",
    "np.expand_dims(np.zeros((1,) * 64), 0)", "a = np.arange(3)\na[2**63 - 1]",
    "a = np.arange(3)\na[-2**63:2**63 - 1:2**63 - 1]",
    "np.linspace(0, 1, 2**62)", "np.ones(3)[[[[[[[[0]]]]]]]]", "x = 'ab'\nwhile 1: x += x",
    "x = [1]\nwhile 1: x += x",
    "def f(): return f()\nf()", "def f():\n    try: f()\n    finally: f()\nf()",
    "a = np.arange(3)\na.shape = -1, 2**40", "a = np.arange(3)\na.strides = 2**62,",
    "np.ndarray((2**40,), buffer=np.arange(3))", "np.split(np.arange(3), 2**62)",
    "divmod(-2**63, -1)",
    "2 ** 10**18", "1 << 10**9", "chr(10**9)", "np.meshgrid(*[np.arange(10**4)] * 5)",
    "np.indices((1000,) * 5)",
  ])
  func nothingTraps(_ program: String) {
    let limits = Limits(steps: 2_000_000, bytes: 1 << 24)
    _ = outcome(program, limits: limits)
  }

  @Test func deepNestingIsRefused() {
    for count in [50, 89, 95, 200, 5000] {
      for (open, close) in [
        ("[", "]"), ("(", ")"), ("-", ""), ("not ", ""), ("lambda: ", ""), ("1 + ", ""),
        ("f(", ")"),
      ] {
        let text =
          String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
        _ = outcome("x = " + text)
      }
    }
  }
}
