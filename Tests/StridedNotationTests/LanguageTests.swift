// SPDX-License-Identifier: Apache-2.0

import StridedNotation
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("7 // 2, -7 // 2, 7 % -3, -7 % 3", "(3, -4, -2, 2)"),
    ("2 ** 10, 2 ** -1, (-8) ** (1 / 3)", "(1024, 0.5, (1.0000000000000002+1.7320508075688772j))"),
    ("7.5 // 2, -7.5 % 2, 1e16, 1e-5, 0.1 + 0.2", "(3.0, 0.5, 1e+16, 1e-05, 0.30000000000000004)"),
    ("1 < 2 < 3, 1 < 2 > 3, not 1, 0 or 'a', 1 and None", "(True, False, False, 'a', None)"),
    (
      "[1, 2] + [3], (1,) * 3, 'ab' * 2, [0][:], 'hello'[::-1]",
      "([1, 2, 3], (1, 1, 1), 'abab', [0], 'olleh')"
    ),
    ("{'a': 1, 2: [3]}", "{'a': 1, 2: [3]}"),
    ("[x * y for x in range(3) if x for y in (1, 2)]", "[1, 2, 2, 4]"),
    ("(lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, c=4, e=5)", "(1, (2,), 4, {'e': 5})"),
    ("0x_ff, 0b101, 0o17, 1_000, 1e3, 2j, 1 + 2j", "(255, 5, 15, 1000, 1000.0, 2j, (1+2j))"),
    (
      "f'{3!r:>4}|{1.5:.3f}|{{}}|{\"x\":^5}|{255:#x}|{1234567:,}'",
      "'   3|1.500|{}|  x  |0xff|1,234,567'"
    ),
    ("'%d %5.2f %s' % (3, 1.5, [1])", "'3  1.50 [1]'"),
    (
      "sorted([3, 1, 2], reverse=True), min(3, 1), max([2, 5]), sum([1, 2.5])",
      "([3, 2, 1], 1, 5, 3.5)"
    ),
    (
      "list(zip([1, 2], 'ab')), list(enumerate('ab', 1)), list(map(abs, [-1, 2]))",
      "([(1, 'a'), (2, 'b')], [(1, 'a'), (2, 'b')], [1, 2])"
    ),
    ("1 if [] else 2, 3 in [3], 'b' in 'abc', 2 not in (1,)", "(2, True, True, True)"),
  ])
  func expressions(_ expression: String, _ text: String) { expect(expression, is: text) }

  @Test func statements() {
    let program = """
      total = 0
      for i in range(10):
          if i % 2: continue
          if i > 6: break
          total += i
      else:
          total = -1
      a, (b, *c) = 1, (2, 3, 4); x = y = [0]
      x.append(1)
      del a
      def fib(n, memo={}):
          if n < 2: return n
          return fib(n - 1) + fib(n - 2)
      def counter():
          count = 0
          def step():
              nonlocal count
              count += 1
              return count
          return step
      step = counter()
      step()
      try:
          raise ValueError('no', 3)
      except (TypeError, ValueError) as e:
          print(type(e).__name__, e.args, str(e))
      finally:
          print('done')
      while total < 15:
          total += 1
      print(total, b, c, y, fib(12), step())
      x = 5
      print([x for x in range(3)], x, sep='|', end='!')
      """
    #expect(
      output(program)
        == "ValueError ('no', 3) ('no', 3)\ndone\n15 2 [3, 4] [0, 1] 144 2\n[0, 1, 2]|5!")
  }

  @Test(arguments: [
    ("1 / 0", "ZeroDivisionError: division by zero"),
    ("x = 1\nprint(y)", "NameError: name 'y' is not defined"),
    ("[1][3]", "IndexError: list index out of range"),
    ("{'a': 1}['b']", "KeyError: 'b'"),
    ("'a' + 1", "TypeError: can only concatenate str (not \"int\") to str"),
    ("def f(a): pass\nf()", "TypeError: f() missing 1 required positional argument: 'a'"),
    ("a, b = 1, 2, 3", "ValueError: too many values to unpack (expected 2)"),
    (
      "9223372036854775807 + 1",
      "OverflowError: the result of 9223372036854775807 + 1 needs more than the 64 bits that integers have here"
    ),
    ("def f(): return f()\nf()", "RecursionError: maximum recursion depth exceeded"),
    ("assert 1 == 2, 'no'", "AssertionError: no"),
    ("None.x", "AttributeError: 'NoneType' object has no attribute 'x'"),
  ])
  func errors(_ program: String, _ fault: String) { #expect(outcome(program).fault == fault) }

  @Test func tracebackShowsThePlace() {
    let result = outcome("def f(v):\n    return v + np.ones(2)\nf(np.ones(3))")
    #expect(
      result.error?.description == """
          File "<notation>", line 4, column 1
            f(np.ones(3))
            ^^^^^^^^^^^^^
          File "<notation>", line 3, column 12, in f
            return v + np.ones(2)
                   ^^^^^^^^^^^^^^
        ValueError: operands could not be broadcast together with shapes (3,) (2,)\(" ")
        """)
  }

  @Test func limitsEndAProgram() {
    let limits = Limits(steps: 1000, bytes: 1 << 20)
    #expect(outcome("while True: pass", limits: limits).error?.type == .limitError)
    #expect(
      outcome("try:\n    while True: pass\nexcept BaseException: print('no')", limits: limits)
        .text == "")
    #expect(outcome("np.zeros(10**6)", limits: limits).error?.type == .memoryError)
    #expect(outcome("[0] * 10**9", limits: limits).error?.type == .limitError)
  }
}
